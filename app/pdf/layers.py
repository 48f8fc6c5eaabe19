"""Layers (optional content): which of them are printed (ISO 32000-1, 8.11).

A layer is printed as the file's default settings say, unless the settings name it for the event
of printing; then its own usage entry decides.
"""

from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from app.pdf.objects import dictionaries, entries, items, name, normal_appearance, text

_DEEPEST = 8

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layers:
    """The layers of a file that are not printed, by object number, with their names."""

    unprinted: dict[Key, str] = field(default_factory=dict)

    def hides(self, mark: Object | None, depth: int = 0) -> bool:
        """Say whether a group or a membership dictionary keeps its content from printing."""
        if not isinstance(mark, Dictionary) or depth > _DEEPEST:
            return False
        if mark.get(Name.Type) != Name.OCMD:
            return mark.objgen in self.unprinted
        rule = mark.get(Name.VE)
        if isinstance(rule, Array):
            return not self._shows(rule)
        shown = [not self.hides(group, depth + 1) for group in dictionaries(mark.get(Name.OCGs))]
        if not shown:
            return False
        visible = {
            "AllOn": all(shown),
            "AnyOff": not all(shown),
            "AllOff": not any(shown),
        }.get(name(mark.get(Name.P)), any(shown))
        return not visible

    def _shows(self, rule: Object, depth: int = 0) -> bool:
        if not isinstance(rule, Array) or len(rule) == 0 or depth > _DEEPEST:
            return not self.hides(rule, depth)
        values = [self._shows(part, depth + 1) for part in list(rule)[1:]]
        match name(rule[0]):
            case "And":
                return all(values)
            case "Or":
                return any(values)
            case _:
                return not (values and values[0])

    def names_behind(self, mark: Object | None, depth: int = 0) -> list[str]:
        """Name the unprinted layers that a mark depends on."""
        if not isinstance(mark, Dictionary) or depth > _DEEPEST:
            return []
        if mark.get(Name.Type) != Name.OCMD:
            return [self.unprinted[mark.objgen]] if mark.objgen in self.unprinted else []
        groups: list[object] = [*dictionaries(mark.get(Name.OCGs)), *items(mark.get(Name.VE))]
        names: list[str] = []
        while groups:
            group = groups.pop(0)
            if isinstance(group, Array):
                groups.extend(items(group))
            elif isinstance(group, Dictionary):
                names += self.names_behind(group, depth + 1)
        return names


def layers_of(pdf: Pdf) -> Layers:
    """Read the state that each layer has in print."""
    properties = pdf.Root.get(Name.OCProperties)
    if not isinstance(properties, Dictionary):
        return Layers()
    default = properties.get(Name.D)
    default = default if isinstance(default, Dictionary) else Dictionary()
    listed = [*dictionaries(properties.get(Name.OCGs)), *dictionaries(default.get(Name.OFF))]
    groups = {group.objgen: group for group in listed if group.is_indirect}
    off = {group.objgen for group in dictionaries(default.get(Name.OFF))}
    if default.get(Name.BaseState) == Name.OFF:
        off |= set(groups) - {group.objgen for group in dictionaries(default.get(Name.ON))}
    for usage in dictionaries(default.get(Name.AS)):
        if usage.get(Name.Event) != Name.Print:
            continue
        categories = {name(one) for one in items(usage.get(Name.Category))} or {"Print"}
        for group in dictionaries(usage.get(Name.OCGs)):
            states = _states(group, categories)
            if "OFF" in states:
                off.add(group.objgen)
            elif states:
                off.discard(group.objgen)
    return Layers({key: text(groups[key].get(Name.Name)) for key in groups if key in off})


def _states(group: Object, categories: set[str]) -> set[str]:
    """What the group's usage recommends in these categories: ON, OFF or nothing."""
    usage = group.get(Name.Usage)
    if not isinstance(usage, Dictionary):
        return set()
    states = set()
    for category in ("Print", "View", "Export"):
        advice = usage.get(f"/{category}")
        if category in categories and isinstance(advice, Dictionary):
            states.add(name(advice.get(f"/{category}State")))
    return states & {"ON", "OFF"}


def mark_of(thing: object) -> Object | None:
    """Return the mark that makes an annotation, a form or a picture belong to a layer."""
    return thing.get(Name.OC) if isinstance(thing, (Dictionary, Stream)) else None


def marks_of_annotation(annotation: Object) -> list[Object]:
    """Return the marks of an annotation, its own and that of what is drawn for it."""
    marks = (mark_of(annotation), mark_of(normal_appearance(annotation)))
    return [mark for mark in marks if mark is not None]


def marks_in(resources: Object | None) -> list[Object]:
    """Return the marks that content with these resources can use, in sections or by objects."""
    if not isinstance(resources, Dictionary):
        return []
    sections = [one for _, one in entries(resources.get(Name.Properties)) if is_mark(one)]
    objects = (mark_of(one) for _, one in entries(resources.get(Name.XObject)))
    return [*sections, *(mark for mark in objects if mark is not None)]


def is_mark(value: object) -> bool:
    """Say whether a property list is a layer, or tells membership of layers."""
    return isinstance(value, Dictionary) and value.get(Name.Type) in (Name.OCG, Name.OCMD)
