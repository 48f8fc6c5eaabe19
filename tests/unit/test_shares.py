"""Shares beside their counts, rounded alike wherever they stand."""

from decimal import ROUND_HALF_UP, Decimal

from app.shares import percentage, share_words


def test_shares_are_rounded_half_up_to_one_place():
    for of in range(1, 60):
        for count in range(of + 1):
            exact = (Decimal(100 * count) / of).quantize(Decimal("0.1"), ROUND_HALF_UP)
            told = str(exact).removesuffix(".0")
            assert share_words(count, of) == f"{told}%（{count}/{of}）"


def test_all_and_none_stand_for_themselves_only():
    assert [percentage(count, 5000) for count in (0, 1, 4999, 5000)] == [
        "0%",
        "0.1%",
        "99.9%",
        "100%",
    ]
    assert share_words(0, 0) == "—"
