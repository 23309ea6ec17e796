"""Read a plain letter in Chinese, simplified or traditional, where every line is a part."""

import re

from desktop_cs.letters.blocks import Block, Role

_NUMBER = "[〇○零一二三四五六七八九十廿卅]"
_DATE = re.compile(
    rf"(?:\d{{4}}|{_NUMBER}{{4}}|(?:中[华華])?民[国國]\s?(?:\d{{1,3}}|{_NUMBER}{{1,5}}|元))\s?年"
    rf"\s?(?:\d{{1,2}}|{_NUMBER}{{1,3}})月\s?(?:\d{{1,2}}|{_NUMBER}{{1,3}})日|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
)
_SALUTATION = re.compile(r".{1,24}[：:]")
_GREETING = re.compile(
    r"(?:您|你|大家)好[！!。]?|(?:见信|見信|展信)(?:好|佳|安|悦|悅)[！!。]?|(?:早上|下午|晚上|早安|午安)好?[！!。]"
)
_CLOSING_WORDS = (
    "此致|[顺順][祝颂頌]|敬[祝颂頌请請]|[谨謹恭][祝颂頌]|[即此][请請颂頌]|[并並][颂頌]|祝您|祝你|祝"
)
_CLOSING = re.compile(rf"(?:{_CLOSING_WORDS})[：:，,]?")
# The last words that go with a closing, where both stand on one line without a blank.  敬禮, 時祺, 教安, ...
_WISH = r"敬[礼禮]|[春夏秋冬时時商教文台道钧鈞近大金财財筹籌福撰旅痊阖闔][祺安绥綏祉]"
_ON_ONE_LINE = re.compile(
    rf"(?m)^([ \t\u3000]*(?:{_CLOSING_WORDS}))(?:[ \t\u3000]+(\S{{1,12}})|((?:{_WISH})[！!。]?))$"
)
_POSTSCRIPT = re.compile(r"又及|又[：:]|附[：:言]|P\. ?S\.|PS[：:.]?\s?", re.IGNORECASE)
_LONGEST_WISH = 14
_LONGEST_SIGNATURE = 60
_OVER = (Role.CLOSING, Role.CLOSING_FLUSH, Role.SIGNATURE)


def chinese_blocks(text: str) -> list[Block]:
    """Return the parts line by line: a salutation may only open the letter, a signature may only end it."""
    apart = _ON_ONE_LINE.sub(lambda found: f"{found[1]}\n{found[2] or found[3]}", text.replace("\r", ""))
    lines = [line for line in (line.strip(" \t\u3000") for line in apart.splitlines()) if line]
    blocks: list[Block] = []
    for at, line in enumerate(lines):
        blocks.append(Block(_role(line, blocks, lines[at + 1 :]), line))
    return blocks


def _role(line: str, before: list[Block], after: list[str]) -> Role:
    last = before[-1].role if before else Role.DATE
    closed = any(block.role in _OVER for block in before)
    if _DATE.fullmatch(line):
        role = Role.DATE
    elif last is Role.DATE and not closed and after and _SALUTATION.fullmatch(line):
        role = Role.SALUTATION
    elif last is Role.SALUTATION and _GREETING.fullmatch(line):
        role = Role.GREETING
    elif _CLOSING.fullmatch(line):
        role = Role.CLOSING
    elif last is Role.CLOSING and len(line) <= _LONGEST_WISH:
        role = Role.CLOSING_FLUSH
    elif closed:
        role = _role_below(line)
    else:
        role = _signature_or_body(line, before, after)
    return role


def _role_below(line: str) -> Role:
    """Return what a line below the closing words is."""
    if _POSTSCRIPT.match(line):
        return Role.POSTSCRIPT
    return Role.SIGNATURE if len(line) <= _LONGEST_SIGNATURE else Role.BODY


def _signature_or_body(line: str, before: list[Block], after: list[str]) -> Role:
    """Tell a short name above the closing date from a last paragraph."""
    dated = len(after) == 1 and _DATE.fullmatch(after[0])
    ends_like_a_sentence = line.endswith(tuple("。！？；：，…”」"))
    return Role.SIGNATURE if before and dated and not ends_like_a_sentence else Role.BODY
