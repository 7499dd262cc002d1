"""What stands close to an article: prose that begins like a call stays, calls go, notes, posts and formulas stay."""

import pytest

from reader.content.extract import extract

P = [
    "Le conseil municipal de Kervarec a voté hier soir la réouverture du quai nord, fermé depuis la tempête de janvier.",
    "« Nous avons attendu assez longtemps », a déclaré la maire, qui promet que les travaux seront finis avant l'été.",
    "Les marins, eux, restent prudents : la dernière promesse de ce genre remonte à dix ans, et le quai a fermé depuis.",
]
BODY = "".join(f"<p>{one}</p>" for one in P)


def text_of(inner):
    page = (
        "<html lang=fr><head><title>Le quai nord rouvre</title></head><body><nav><a href=/>Accueil</a></nav><main>"
        f"<article><h1>Le quai nord rouvre</h1>{inner}</article></main><footer><p>Mentions</p></footer></body></html>"
    )
    return extract(page.encode(), url="https://port.example/quai")


@pytest.mark.parametrize(
    "sentence",
    [
        "Like it or not, the port will close.",
        "Next year the quay will open again.",
        "Also, nobody came to the last meeting.",
        "Copyright law is a mess for harbour maps.",
        "Suivant la tradition, le maire embrassa l'ancre.",
        "Recommended by the harbour master, the buoy is red.",
        "Save us from promises, said the old pilot.",
    ],
)
def test_a_sentence_that_begins_like_a_call_stays(sentence):
    assert sentence in text_of(BODY + f"<p>{sentence}</p>" + BODY).text


@pytest.mark.parametrize(
    "call",
    [
        "<p>Partager</p>",
        "<p>Share this article on your networks.</p>",
        "<p>Lire aussi : le phare éteint</p>",
        "<p><a href=/x>Next: the lighthouse</a></p>",
        "<p>Inscrivez-vous à notre lettre pour ne rien manquer du port.</p>",
        "<h3>Other Opinion Columns</h3><p><a href=/y>The lighthouse keeper's last word</a></p>",
    ],
)
def test_a_call_goes(call):
    kept = text_of(BODY + call).text.split("\n")
    assert [line for line in kept if line.strip()] == P


def test_a_section_called_next_steps_stays():
    text = text_of(BODY + "<h2>Next steps</h2><p>The council meets in March to choose who builds the quay.</p>" + BODY)
    assert "## Next steps\n\nThe council meets" in text.markdown


@pytest.mark.parametrize(
    ("inner", "block"),
    [
        (f"<div class=u><p><b>Mise à jour, 14 h 30 :</b> le préfet a signé.</p></div><div class=body>{BODY}</div>",
         "le préfet a signé."),
        (f"<div class=body>{BODY}</div><div class=errata><p>Correction: This article originally misnamed the mayor. "
         "It was Rozenn, not Soazig.</p></div>",
         "This article originally misnamed the mayor. It was Rozenn, not Soazig."),
    ],
)  # fmt: skip
def test_a_note_of_a_change_beside_the_text_is_found(inner, block):
    found = text_of(inner)
    assert found.update is not None
    assert found.update.block.strip() == block
    assert [line for line in found.text.split("\n") if line.strip()] == P


def test_a_post_of_a_network_stays_though_its_frame_is_called_social():
    post = "<blockquote class='twitter-tweet'><p>Le quai est ouvert</p>— Maire <a href='https://twitter.com/m/status/1'>2 mars</a></blockquote>"
    found = text_of(BODY + f"<div class='social-media-embed'>{post}</div>" + BODY)
    assert "> Le quai est ouvert" in found.markdown
    assert "(https://twitter.com/m/status/1)" in found.markdown


def test_paragraphs_of_formulas_stay_among_and_around_the_text():
    first = "<p>When <math><mi>a</mi><mo>≠</mo><mn>0</mn></math>, there are two.</p>"
    drawn = (
        '<p><mjx-container class="MathJax CtxtMenu_Attached_0"><math><msup><mi>x</mi><mn>2</mn></msup></math>'
        "</mjx-container></p>"
    )
    found = text_of(first + BODY + drawn).markdown
    assert found.startswith("When a≠0, there are two.")
    assert found.endswith("x^2^\n")


def test_a_dateline_that_ends_in_am_goes():
    found = text_of("<p>Posted on April 21, 2025, at 11:29 a.m.</p>" + BODY)
    assert found.text.startswith(P[0])


def test_the_lines_around_the_headline_go_to_the_head_of_the_pane():
    found = text_of(
        "<header><p class=kicker>Reportage</p><h1>Le quai nord rouvre</h1><p class=standfirst>Une journée en mer.</p>"
        "<figure><img src=/quai.jpg><figcaption>Le pont. <span class=credit>Crédits : jm/iStock</span></figcaption>"
        f"</figure></header>{BODY}"
    )
    assert (found.section, found.kicker) == ("Reportage", "Une journée en mer.")
    assert (found.lead_image.url, found.lead_image.caption) == ("https://port.example/quai.jpg", "Le pont.")
    assert found.text.split("\n") == P


def test_a_description_that_only_search_engines_see_takes_nothing_from_the_text():
    page = f'<html><head><meta name="description" content="{P[0]}"></head><body><article>{BODY}</article></body></html>'
    found = extract(page.encode())
    assert found.kicker is None
    assert found.text.startswith(P[0])


def test_a_box_of_the_article_stays_and_ways_about_the_page_go():
    box = "<aside class=encadre><h3>Repères</h3><p>1850 : la jetée. 1944 : la ruine. 1952 : le môle.</p></aside>"
    jumps = "<p><a href='#recette'>Aller à la recette</a></p><ul><li><a href='#un'>Un</a><li><a href='#d'>Deux</a></ul>"
    found = text_of(BODY + jumps + box + BODY).markdown
    assert "### Repères\n\n1850 : la jetée." in found
    assert "Aller" not in found
    assert "Deux" not in found


def test_a_page_without_a_body_of_its_own_begins_without_the_site_s_name():
    posts = "".join(f"<div class='topic crawler-post'><div class=post><p>{one}</p></div></div>" for one in P)
    page = f"<html><head><title>Quel mouillage ?</title></head><body><header><a href=/>Le Port</a></header>{posts}</body></html>"
    assert extract(page.encode(), url="https://port.example/t/1").text.split("\n") == P


def test_documentation_keeps_its_code_and_terms_and_loses_its_signs():
    found = extract(
        "<html><head><title>Retries | Ferry</title></head><body><div role=main><h1>Retries<a class=headerlink href=#r>¶</a>"
        f"</h1><p>{P[0]}</p><div class='admonition note'><p class=admonition-title>Note</p><p>Only once.</p></div>"
        "<dl><dt id=x><code>retry(n)</code><a class=headerlink href=#x>¶</a></dt><dd><p>Tries n times.</p></dd></dl>"
        f"<p>{P[1]}</p></div></body></html>".encode()
    )
    assert found.title == "Retries"
    assert "¶" not in found.markdown
    assert "**Note**\n\nOnly once.\n\n`retry(n)`\n\n: Tries n times." in found.markdown


def test_all_words_of_a_page_are_looked_at_for_where_its_text_stops():
    # Many elements before it: none of them may be taken for one of the page's scripts.
    for many in range(0, 60, 7):
        scripts = "<script>let x = 1</script><div></div>" * many
        stop = "<div><div><p>Il vous reste 89 % de cet article à lire.</p></div></div>"
        assert text_of(f"{scripts}<p>{P[0]}</p>{scripts}{stop}").access.value == "teaser"


def test_words_that_only_a_style_sheet_hides_are_no_caption():
    figure = (
        "<figure><span>Image</span><img src=/quai.jpg><figcaption><span>Le pont.</span><span itemprop=copyrightHolder>"
        "<span>Credit</span><span><span>Credit</span><span>Anne Marée</span></span></span></figcaption></figure>"
    )
    picture = text_of(BODY + figure + BODY).pictures[0]
    assert (picture.caption, picture.credit) == ("Le pont.", "Credit: Anne Marée")


def test_comments_of_coloured_code_are_no_readers_comments():
    code = "<pre><code class='language-cpp'><span class='token comment'>// sum.cpp</span>\n<span class='token'>int</span> a;</code></pre>"
    assert "```cpp\n// sum.cpp\nint a;\n```" in text_of(BODY + code + BODY).markdown


def test_the_beginning_that_the_choice_left_out_and_a_source_under_a_picture_stay():
    beginning = "<p>一波波<span>接續性</span>低溫寒流報到，已將新竹尖石鄉後山一帶層層山巒披上嫣紅的彩衣。</p>"
    rest = "".join(
        f"<p>第{n}次造訪營地發現到營區變了，印象中以前生冷招牌換成了原木招牌可謂匠心獨運，充分發揮了裝飾藝術功力。</p>"
        for n in range(8)
    )
    source = "<img src=/a.jpg><p>(<a href='https://art.example/1'>Source: Havoc</a>)</p>"
    found = text_of(beginning + rest + source + rest).markdown
    assert found.startswith("一波波接續性")
    assert "[Source: Havoc](https://art.example/1)" in found


@pytest.mark.parametrize(("free", "shown"), [("true", True), ("false", False)], ids=["open", "for subscribers"])
def test_a_text_that_only_scripts_show_is_taken_as_the_page_declares_it(free, shown):
    declared = " ".join(P * 3)
    head = (
        f'{{"@type": "NewsArticle", "headline": "Le quai", "isAccessibleForFree": {free}, "articleBody": "{declared}"}}'
    )
    page = f"<html><head><title>Le quai</title><script type='application/ld+json'>{head}</script></head><body><p>…</p></body></html>"
    assert (P[2] in extract(page.encode()).text) is shown


def test_a_page_of_one_drawing_shows_it_and_nothing_around_it():
    page = (
        "<html><head><title>Planche 12</title></head><body><header><a href=/>Le Port</a></header><h1>Planche 12</h1>"
        "<div id=comic><img src=/12.png alt='Le pêcheur'></div><ul><li><a href=/11>Prev</a><li><a href=/13>Next</a></ul>"
        "<footer><p>© 2026 Le Port</p></footer></body></html>"
    )
    found = extract(page.encode(), url="https://port.example/12")
    assert (found.lead_image.url, found.markdown) == ("https://port.example/12.png", "")


def test_a_message_set_as_plain_text_stands_without_its_rules_and_short_lists_keep_their_headings():
    mail = "Yes, it floats; I have tried it in the harbour\nwith two friends and a dog, and nobody was wet."
    page = f"<html><head><title>Re: ferry</title></head><body><h1>Re: ferry</h1><hr><pre>\n{mail}\n</pre><hr></body></html>"
    assert extract(page.encode()).markdown.strip() == f"```\n{mail}\n```"
    lists = "<h3>Pour</h3><ul><li>Étanche</li></ul><h3>Contre</h3><ul><li>Cher</li></ul>"
    assert "### Pour\n\n- Étanche\n\n### Contre\n\n- Cher" in text_of(BODY + lists + BODY).markdown
