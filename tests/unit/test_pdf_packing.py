import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, StreamDecodeLevel

from app.pdf.packing import name_single_filters

PREDICTED = Dictionary(Predictor=12, Columns=2)


@pytest.mark.parametrize(
    ("filters", "parameters", "filter_after", "parameters_after"),
    [
        (Array([Name.FlateDecode]), None, Name.FlateDecode, None),
        (Array([Name.FlateDecode]), Array([None]), Name.FlateDecode, None),
        (Array([Name.FlateDecode]), Array([]), Name.FlateDecode, None),
        (Array([Name.FlateDecode]), Array([PREDICTED]), Name.FlateDecode, PREDICTED),
        (Array([Name.FlateDecode]), PREDICTED, Name.FlateDecode, PREDICTED),
        (Array([Name.DCTDecode]), None, Name.DCTDecode, None),
    ],
)
def test_a_single_filter_becomes_a_name(filters, parameters, filter_after, parameters_after):
    with pikepdf.new() as pdf:
        stream = pdf.make_stream(b"x", Filter=filters)
        if parameters is not None:
            stream.DecodeParms = parameters
        name_single_filters(pdf)
        assert stream.Filter == filter_after
        assert stream.get(Name.DecodeParms) == parameters_after


@pytest.mark.parametrize(
    ("filters", "parameters"),
    [
        (Array([Name.ASCII85Decode, Name.FlateDecode]), None),
        (Array([]), None),
        (Array([Name.FlateDecode]), Array([None, PREDICTED])),
    ],
)
def test_anything_else_is_left_alone(filters, parameters):
    with pikepdf.new() as pdf:
        stream = pdf.make_stream(b"x", Filter=filters)
        if parameters is not None:
            stream.DecodeParms = parameters
        name_single_filters(pdf)
        assert stream.Filter == filters
        assert stream.get(Name.DecodeParms) == parameters


def test_saving_copies_what_has_a_named_filter(tmp_path):
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(b"0 0 m 9 9 l S " * 99)
        pdf.save(tmp_path / "packed.pdf")
    with pikepdf.open(tmp_path / "packed.pdf") as pdf:
        contents = pdf.pages[0].Contents
        packed = contents.read_raw_bytes()[:-1] + b"\x00"  # unpacked, its check sum would be wrong
        contents.write(packed, filter=Array([Name.FlateDecode]))
        pdf.save(tmp_path / "array.pdf", stream_decode_level=StreamDecodeLevel.none)
    with pikepdf.open(tmp_path / "array.pdf") as pdf:
        name_single_filters(pdf)
        pdf.save(tmp_path / "after.pdf", stream_decode_level=StreamDecodeLevel.none)
    with pikepdf.open(tmp_path / "after.pdf") as pdf:
        assert pdf.pages[0].Contents.read_raw_bytes() == packed
