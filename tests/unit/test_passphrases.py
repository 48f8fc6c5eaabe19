"""What is refused as a new pass-phrase, and what is not."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.identity.passphrase import SHORTEST, Weakness, common_words, weakness_of

NAMES = ("庐山县", "庐山县司法局")


@pytest.mark.parametrize("phrase", [
    "12345678", "1234567890", "a123456789", "woaini1314", "woaini1314520", "1qaz2wsx3edc",
    "1qaz@WSX3edc", "88888888", "8888888888", "qwertyuiop", "P@ssw0rd123", "Password1!",
    "庐山县2026", "庐山县司法局2026", "lushan2026!", "sifaju2026", "admin@123456", "abababababab",
    "13800138000", "zhangwei19900101", "!@#$%^&*()", "一二三四五六七八九十", "我爱你一生一世",
    "ｐａｓｓｗｏｒｄ１２３", "5201314521", "360730199001011234", "qwer1234!@#$", "", "short",
])  # fmt: skip
def test_what_others_try_first_is_refused(phrase):
    assert weakness_of(phrase, NAMES) is not None


@pytest.mark.parametrize("phrase", [
    "三只 白色 风筝 2026", "correct horse battery", "桌上的杯子是蓝色", "xK9#mq2Lp0",
    "green lamp 47 rivers", "我家门前有三棵树", "老张爱吃苹果和梨", "something forgotten",
])  # fmt: skip
def test_a_few_unrelated_words_are_fit(phrase):
    assert weakness_of(phrase, NAMES) is None


@given(st.sampled_from(sorted(common_words())), st.integers(1950, 2030))
def test_no_common_word_becomes_fit_by_a_year(word, year):
    assert weakness_of(f"{word}{year}") is not None


@given(st.text(max_size=7))
def test_nothing_short_is_fit(phrase):
    assume(len(unicodedata.normalize("NFKC", phrase)) < SHORTEST)
    assert weakness_of(phrase) is Weakness.SHORT


@given(st.text(max_size=60))
def test_every_text_gets_an_answer(phrase):
    assert weakness_of(phrase, NAMES) in {None, *Weakness}
