// The pages as a browser prints them: how many sheets, how large, and that nothing fell off.
// Where Chromium or poppler is missing there is nothing to look with, and the test says so.
#include "client/paper/blank_sheet.h"
#include "client/ui/words/words.h"
#include "shared/base/file.h"
#include "tests/client/paper/samples/page_words.h"
#include "tests/client/paper/samples/samples.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using paper_samples::has;
using paper_samples::head;

std::string output_of(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), &::pclose);
    REQUIRE(pipe);
    std::string output;
    std::array<char, 4096> buffer{};
    while (const std::size_t read = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
        output.append(buffer.data(), read);
    }
    return output;
}

// "" if there is none.
std::string browser() {
    if (output_of("command -v pdfinfo 2>/dev/null").empty()) return "";
    for (const char* name : {"chromium", "chromium-browser", "google-chrome"}) {
        const std::string found = output_of("command -v " + std::string(name) + " 2>/dev/null");
        if (!found.empty()) return name;
    }
    return "";
}

struct Printed {
    int pages = 0;
    std::string size;
    std::vector<std::string> text;  // of each page, spaces collapsed
};

std::string collapsed(const std::string& text) {
    std::string flat;
    for (const char c : text) {
        const bool is_space = c == ' ' || c == '\n' || c == '\t';
        if (!is_space) flat += c;
        if (is_space && !flat.empty() && flat.back() != ' ') flat += ' ';
    }
    return flat;
}

std::string after(const std::string& facts, const std::string& name) {
    const std::size_t at = facts.find(name);
    REQUIRE(at != std::string::npos);
    const std::size_t from = facts.find_first_not_of(' ', at + name.size());
    return facts.substr(from, facts.find('\n', from) - from);
}

// nullopt without a browser.
std::optional<Printed> printed(const std::string& page) {
    const std::string program = browser();
    if (program.empty()) {
        MESSAGE("not looked at: no Chromium or no poppler-utils here");
        return std::nullopt;
    }
    const std::string folder = std::string(KAWAN_BINARY_DIR) + "/printed-pages";
    fs::create_directories(folder);
    const std::string file = folder + "/page";
    REQUIRE(base::replace_file(file + ".html", page).ok());
    fs::remove(file + ".pdf");
    output_of(program + " --headless --no-sandbox --disable-gpu --no-pdf-header-footer" +
              " --user-data-dir=" + folder + "/profile --print-to-pdf=" + file + ".pdf file://" +
              file + ".html 2>/dev/null");
    REQUIRE(fs::exists(file + ".pdf"));
    const std::string facts = output_of("pdfinfo " + file + ".pdf");
    Printed result{std::atoi(after(facts, "Pages:").c_str()), after(facts, "Page size:"), {}};
    for (int each = 1; each <= result.pages; ++each) {
        const std::string number = std::to_string(each);
        result.text.push_back(collapsed(
            output_of("pdftotext -layout -f " + number + " -l " + number + " " + file + ".pdf -")));
    }
    return result;
}

std::string without(std::string page, const std::string& words) {
    for (auto at = page.find(words); at != std::string::npos; at = page.find(words, at))
        page.erase(at, words.size());
    return page;
}

// The eight signs that take the most room.
paper::Referral longest_letter() {
    std::vector<std::string> codes;
    for (const care::DangerSign& sign : care::danger_signs()) {
        if (!sign.is_private) codes.emplace_back(sign.code);
    }
    const auto length = [](const std::string& code) {
        return paper::reason_words({code}).front().size();
    };
    std::stable_sort(codes.begin(), codes.end(), [&](const std::string& a, const std::string& b) {
        return length(a) > length(b);
    });
    paper::Referral letter = paper_samples::mother_referral();
    letter.mother = "Sri Wahyuningsih Kusumawati binti Abdurrahman";
    letter.reasons.assign(codes.begin(), codes.begin() + 8);
    return letter;
}

}  // namespace

TEST_CASE("a referral letter is exactly one A5 page, with eight long signs, in both languages") {
    for (const words::Language language : {words::Language::English, words::Language::Indonesian}) {
        words::use(language);
        const paper::Referral letter = longest_letter();
        const auto page = printed(paper::referral_letter(letter, head()));
        if (!page) return;
        CHECK(page->pages == 1);
        CHECK(has(page->size, "A5"));
        CHECK(has(page->text.front(), words::tr("Name and signature")));
    }
}

TEST_CASE("a route's head stands on every page, and the last house is there") {
    const auto pages = printed(paper::route_page(paper_samples::route(40), head()));
    if (!pages) return;
    REQUIRE(pages->pages > 2);
    for (const std::string& text : pages->text) CHECK(has(text, "Yang perlu dilakukan"));
    CHECK(has(pages->text.front(), "Halaman 1 / " + std::to_string(pages->pages)));
    CHECK(has(pages->text.back(), " 40 "));
}

TEST_CASE("the sheets of a whole visit print on A4, the last question too") {
    const forms::FormSet& forms = forms::FormSet::builtin();
    const auto pages = printed(
        paper::blank_sheet(paper::visit_forms(forms), forms, words::Language::Indonesian, head()));
    if (!pages) return;
    CHECK(has(pages->size, "A4"));
    CHECK(pages->pages <= 20);
    CHECK(has(pages->text.back(), "sudah diketik ke laptop"));
}

TEST_CASE(
    "a leaflet is exactly the two sides of one A5 sheet, in both languages, with a long name") {
    for (const words::Language language : {words::Language::English, words::Language::Indonesian}) {
        words::use(language);
        paper::Leaflet leaflet = paper_samples::leaflet();
        leaflet.baby = "Muhammad Fajar Ramadhan";
        leaflet.midwife = "Bidan Sri Wahyuningsih Kusumawati";
        const std::string page = paper::leaflet(leaflet, head()).value();
        const auto pages = printed(page);
        if (!pages) return;
        CHECK(pages->pages == 2);
        CHECK(printed(without(page, "Inter,"))->pages == 2);
        CHECK(has(pages->size, "A5"));
        CHECK(has(pages->text.front(), words::tr("Have water ready for her to drink.")));
        CHECK(has(pages->text.back(), "0812-3456-7890"));
        CHECK(has(pages->text.back(), words::tr("What it is not")));
    }
}
