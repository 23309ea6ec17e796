"""Whether a conversation holds together: it leads somewhere from everywhere, and always leaves a good way."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from desktop_cs.forms.near_words import did_you_mean
from desktop_cs.i18n import _
from desktop_cs.rehearsals.rehearsal import Rehearsal, Reply, Scene

_FEWEST, _MOST = 2, 4  # replies to choose from: fewer is no choice, more cannot be taken in at a glance


def flaws(rehearsal: Rehearsal, scenes: Sequence[Scene]) -> list[str]:
    """Return what is wrong with the ways through a rehearsal; [] for a sound one.

    Args:
        rehearsal: With its scenes by id.
        scenes: The same scenes as they stand in the file, so that an id given twice is seen.
    """
    found = [*_doubled(scenes), *_leading_nowhere(rehearsal)]
    for scene in scenes:
        found.extend(_flaws_within(scene))
    return found or [*_never_reached(rehearsal), *_going_round(rehearsal.scenes)]


def _doubled(scenes: Sequence[Scene]) -> Iterator[str]:
    ids = [scene.id for scene in scenes]
    for scene_id in sorted({one for one in ids if ids.count(one) > 1}):
        yield _("two scenes are called “{name}”").format(name=scene_id)


def _leading_nowhere(rehearsal: Rehearsal) -> Iterator[str]:
    known = rehearsal.scenes
    if rehearsal.first not in known:
        hint = did_you_mean(rehearsal.first, known)
        yield _("it begins with the scene “{name}”, which is not there{hint}").format(
            name=rehearsal.first, hint=hint
        )
    for scene in known.values():
        for number, reply in enumerate(scene.replies, start=1):
            if reply.to not in known:
                yield _("scene “{scene}”, reply {number}: there is no scene “{name}”{hint}").format(
                    scene=scene.id, number=number, name=reply.to, hint=did_you_mean(reply.to, known)
                )


def _flaws_within(scene: Scene) -> Iterator[str]:
    """Yield what is wrong with one scene: an ending has an outcome and no replies, any other has replies."""
    if not scene.does and not scene.says:
        yield _("scene “{scene}”: the customer neither says nor does anything").format(scene=scene.id)
    if scene.outcome is not None:
        if scene.replies:
            yield _("scene “{scene}”: an ending has no replies").format(scene=scene.id)
        return
    if not _FEWEST <= len(scene.replies) <= _MOST:
        yield _("scene “{scene}”: needs {fewest} to {most} replies, or an outcome").format(
            scene=scene.id, fewest=_FEWEST, most=_MOST
        )
    elif not any(reply.helps for reply in scene.replies):
        yield _("scene “{scene}”: needs a reply that helps, as there always is one").format(scene=scene.id)
    for number, reply in enumerate(scene.replies, start=1):
        if not _moves_as_told(reply):
            yield _("scene “{scene}”, reply {number}: trust and calm move against its hint").format(
                scene=scene.id, number=number
            )


def _moves_as_told(reply: Reply) -> bool:
    """Return whether one that helps lowers nothing, one that does not raises nothing, and either moves."""
    moves = (reply.trust, reply.calm)
    if not any(moves):
        return False
    return min(moves) >= 0 if reply.helps else max(moves) <= 0


def _never_reached(rehearsal: Rehearsal) -> Iterator[str]:
    reached, waiting = {rehearsal.first}, [rehearsal.first]
    while waiting:
        following = {reply.to for reply in rehearsal.scenes[waiting.pop()].replies} - reached
        reached |= following
        waiting.extend(following)
    for scene_id in rehearsal.scenes:
        if scene_id not in reached:
            yield _("scene “{scene}”: no reply leads there").format(scene=scene_id)


def _going_round(scenes: Mapping[str, Scene]) -> Iterator[str]:
    """Yield the scenes of a conversation that could go round for ever.

    Where none does, every way ends: each scene has an outcome, or replies that lead on.
    """
    leads = {scene.id: {reply.to for reply in scene.replies} for scene in scenes.values()}
    try:
        TopologicalSorter(leads).prepare()
    except CycleError as error:
        way = " → ".join(reversed(error.args[1]))
        yield _("the conversation could go round for ever: {way}").format(way=way)
