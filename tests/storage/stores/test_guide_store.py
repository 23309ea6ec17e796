"""The manager's own words in the guide are kept."""

from dataclasses import replace

from desktop_cs.guide.edits import GuideEdit, Prompt
from desktop_cs.storage.uuid7 import uuid7


def test_the_last_version_of_a_step_counts_in_its_language(storage, now):
    edit = GuideEdit("en", "late", "apology", 'because = "One"', now)
    with storage.transaction():
        storage.guides.save_edit(edit)
        storage.guides.save_edit(replace(edit, text='because = "Two"'))
        storage.guides.save_edit(replace(edit, language="zh_CN"))
    assert [one.text for one in storage.guides.edits("en")] == ['because = "Two"']
    assert len(storage.guides.edits("zh_CN")) == 1


def test_prompts_are_kept_with_all_they_say(storage, now):
    prompt = Prompt(uuid7(), "Ask for the charger too", "review", "Pixel", "faulty", now, uuid7())
    with storage.transaction():
        storage.guides.save_prompt(prompt)
    assert storage.guides.prompts() == [prompt]
    with storage.transaction():
        storage.guides.save_prompt(replace(prompt, active=False))
    assert storage.guides.prompts() == [replace(prompt, active=False)]
