#include "sync-server/console/html/html.h"

#include <doctest/doctest.h>

#include <string>

using html::all;
using html::Html;
using html::name;
using html::tag;

TEST_CASE("what a person wrote is text, in a tag and in an attribute") {
    const std::string hostile = "\"><script>alert('x')</script>&amp;";
    const std::string shown = tag("p", {{"title", hostile}}, hostile).markup();
    CHECK(shown.find("<script") == std::string::npos);
    CHECK(shown ==
          "<p title=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;\">"
          "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;</p>");
}

TEST_CASE("an address that is not ours leads nowhere") {
    const auto link = [](const char* to) { return tag("a", {{"href", to}}, "x").markup(); };
    CHECK(link("/users?unit=1&page=2") == "<a href=\"/users?unit=1&amp;page=2\">x</a>");
    CHECK(link("#main") == "<a href=\"#main\">x</a>");
    for (const char* bad : {"javascript:alert(1)", "https://example.org", "//example.org",
                            "/\\example.org", "/\n/example.org", "", "data:text/html,x"}) {
        CAPTURE(bad);
        CHECK(link(bad) == "<a href=\"#\">x</a>");
    }
    CHECK(tag("img", {{"src", "data:image/png;base64,AA"}}).markup() ==
          "<img src=\"data:image/png;base64,AA\">");
    CHECK(tag("img", {{"src", "data:image/svg+xml,<svg>"}}).markup() == "<img src=\"#\">");
}

TEST_CASE("bytes that are no text, and control characters, become the replacement mark") {
    CHECK(tag("b", std::string("a\xFFz")).markup() == "<b>a\xEF\xBF\xBDz</b>");
    CHECK(tag("b", std::string("a\0z", 3)).markup() == "<b>a\xEF\xBF\xBDz</b>");
    CHECK(tag("b", "two\nlines").markup() == "<b>two\nlines</b>");
}

TEST_CASE("a name with right-to-left marks is isolated, and a long one is cut between characters") {
    CHECK(name("Siti \xE2\x80\xAE"
               "4")
              .markup() ==
          "<bdi>Siti \xE2\x80\xAE"
          "4</bdi>");
    std::string babies;
    for (int i = 0; i < 10'000; ++i) babies += "\xF0\x9F\x91\xB6";
    const std::string cut = name(babies, 3).markup();
    CHECK(cut == "<bdi>\xF0\x9F\x91\xB6\xF0\x9F\x91\xB6\xF0\x9F\x91\xB6…</bdi>");
    CHECK(name(babies, 10'000).markup().size() == 40'000 + std::string("<bdi></bdi>").size());
}

TEST_CASE("an attribute without a value stands or is left out; pieces follow each other") {
    CHECK(tag("input", {{"required", true}, {"disabled", false}}).markup() ==
          "<input required=\"\">");
    CHECK(all("a<", tag("br"), Html(), std::string("b")).markup() == "a&lt;<br>b");
    CHECK(tag("rect", {{"x", "1"}}).markup() == "<rect x=\"1\"/>");
    CHECK(html::document("id", tag("title", "T"), tag("main", "x")) ==
          "<!DOCTYPE html>\n<html lang=\"id\"><head><title>T</title></head>"
          "<body><main>x</main></body></html>");
}
