"""Packed streams written so that saving copies them as they are."""

from pikepdf import Array, Name, Pdf, Stream


def name_single_filters(pdf: Pdf) -> None:
    """Write the filter of a packed stream as a name where it is the only one of an array.

    Both mean the same, but qpdf looks for the name alone: it unpacks and packs again what has an
    array, which takes as long as all the rest of binding.
    """
    for thing in pdf.objects:
        if not isinstance(thing, Stream):
            continue
        filters = thing.get(Name.Filter)
        if not isinstance(filters, Array) or len(filters) != 1:
            continue
        parameters = thing.get(Name.DecodeParms)
        if isinstance(parameters, Array):
            if len(parameters) > 1:
                continue  # not as it should be: left for qpdf to judge
            del thing[Name.DecodeParms]
            if len(parameters) == 1 and parameters[0] is not None:
                thing.DecodeParms = parameters[0]
        thing.Filter = filters[0]
