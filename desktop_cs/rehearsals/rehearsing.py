"""A rehearsal being played: which replies were taken so far, and where that leads."""

from dataclasses import dataclass, replace

from desktop_cs.rehearsals.rehearsal import Mood, Rehearsal, Reply, Scene


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn that was taken: the scene, the reply in it, and the customer's mood before and after."""

    scene: Scene
    reply: Reply
    before: Mood
    after: Mood


@dataclass(frozen=True, slots=True)
class Rehearsing:
    """One play of a rehearsal. Every move gives a new one, so that taking back is simply the one before."""

    rehearsal: Rehearsal
    taken: tuple[int, ...] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Return the turns taken, the first one first."""
        turns: list[Turn] = []
        scene, mood = self.rehearsal.scenes[self.rehearsal.first], self.rehearsal.mood
        for number in self.taken:
            reply = scene.replies[number - 1]
            after = mood.moved(reply.trust, reply.calm)
            turns.append(Turn(scene, reply, mood, after))
            scene, mood = self.rehearsal.scenes[reply.to], after
        return tuple(turns)

    @property
    def scene(self) -> Scene:
        """Return the scene that the conversation has come to."""
        turns = self.turns
        return self.rehearsal.scenes[turns[-1].reply.to if turns else self.rehearsal.first]

    @property
    def mood(self) -> Mood:
        """Return how the customer is now."""
        turns = self.turns
        return turns[-1].after if turns else self.rehearsal.mood

    @property
    def is_over(self) -> bool:
        """Return whether the conversation has come to an end."""
        return self.scene.outcome is not None

    def with_reply(self, number: int) -> "Rehearsing":
        """Return the conversation after the n-th reply, from 1; unchanged where there is no such reply."""
        if not 1 <= number <= len(self.scene.replies):
            return self
        return replace(self, taken=(*self.taken, number))

    def taken_back(self) -> "Rehearsing":
        """Return the conversation one reply earlier; unchanged at the beginning."""
        return replace(self, taken=self.taken[:-1])

    def again(self) -> "Rehearsing":
        """Return the conversation at its beginning."""
        return replace(self, taken=())
