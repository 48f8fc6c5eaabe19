"""What the dossier says of a mail's attachments."""

from app.dossier.gathering.mail_notes import without_bound
from app.dossier.gathering.rows import Piece, PieceFile
from app.problems import Problem, ProblemKind

LEFT = ProblemKind.MAIL_ATTACHMENTS_LEFT
OTHER = Problem(ProblemKind.REPAIRED)


def mail(count, names):
    note = Problem(LEFT, {"count": count, "names": names})
    return Piece("key", (PieceFile("a.eml", "0" * 64, "0" * 64, 1),), 1, notes=(OTHER, note))


def test_bound_attachments_are_not_told():
    (piece,) = without_bound((mail(2, "a.txt、b.txt"),), ["a.txt", "b.txt"])
    assert piece.notes == (OTHER,)


def test_attachments_that_are_no_parts_are_told():
    (piece,) = without_bound((mail(2, "a.txt、b.txt"),), ["b.txt"])
    assert piece.notes == (OTHER, Problem(LEFT, {"count": 1, "names": "a.txt"}))


def test_mails_inside_a_mail_count_together():
    pieces = (mail(2, "内.eml、b.txt"), mail(1, "c.txt"))
    told = without_bound(pieces, ["内.eml", "c.txt", "b.txt"])
    assert [piece.notes for piece in told] == [(OTHER,), (OTHER,)]


def test_a_mail_inside_is_not_blamed_for_what_another_one_lacks():
    pieces = (mail(1, "内.eml"), mail(1, "深.eml"))
    told = without_bound(pieces, ["内.eml"])
    lacking = Problem(LEFT, {"count": 1, "names": "深.eml"})
    assert [piece.notes for piece in told] == [(OTHER,), (OTHER, lacking)]


def test_other_items_stay_as_they_are():
    piece = Piece("key", (PieceFile("a.pdf", "0" * 64, "0" * 64, 1),), 1, notes=(OTHER,))
    assert without_bound((piece,), ["b.txt"]) == (piece,)
