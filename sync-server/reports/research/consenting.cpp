#include "sync-server/reports/research/consenting.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace research {

namespace {

constexpr std::string_view kScope = "RESEARCH";
constexpr int kSpeaksForHerself = 10, kAdult = 18;  // years

struct Paper {
    const base::Fields* fields = nullptr;
    base::Instant given;
    bool is_own = false;  // not signed by a parent or guardian
};

bool is_withdrawn(const base::Fields& paper) {
    if (!care::is_yes(paper, "withdrawn") && !paper.has("withdrawn_at")) return false;
    return paper.text("withdraw_scope").empty() || paper.has_code("withdraw_scope", kScope) ||
           paper.has_code("withdraw_scope", "CARE");
}

// nullopt if one of them has no readable day.
std::optional<std::vector<Paper>> papers_of(std::span<const records::Record> records,
                                            const care::Family& family,
                                            const care::Person& person) {
    std::vector<Paper> papers;
    for (const records::Record& each : records) {
        if (each.type != "consent" || records::is_retracted(each)) continue;
        if (family.person(each.fields, "person_id") != &person) continue;
        const auto given = care::instant(each.fields, "given_at");
        if (!given) return std::nullopt;
        const std::string_view by = care::code(each.fields, "given_by");
        papers.push_back({&each.fields, *given, by == "SELF"});
    }
    return papers;
}

bool is_withdrawn_since(const std::vector<Paper>& papers, base::Instant given) {
    return std::any_of(papers.begin(), papers.end(), [&](const Paper& paper) {
        if (!is_withdrawn(*paper.fields)) return false;
        const auto when = care::instant(*paper.fields, "withdrawn_at");
        return !when || *when >= given;
    });
}

// Papers of one moment must all say yes.
bool latest_agrees(const std::vector<Paper>& papers) {
    if (papers.empty()) return false;
    base::Instant latest = papers.front().given;
    for (const Paper& paper : papers) latest = std::max(latest, paper.given);
    return std::all_of(papers.begin(), papers.end(), [&](const Paper& paper) {
        return paper.given < latest ||
               (paper.fields->has_code("scopes", kScope) && !is_withdrawn(*paper.fields));
    });
}

std::vector<Paper> signed_by(const std::vector<Paper>& papers, bool herself) {
    std::vector<Paper> found;
    for (const Paper& paper : papers) {
        if (paper.is_own == herself) found.push_back(paper);
    }
    return found;
}

std::optional<int> years_at_latest(const std::vector<Paper>& papers, const care::Person& person) {
    if (!person.birth_date || papers.empty()) return std::nullopt;
    base::Date latest{};
    for (const Paper& paper : papers) {
        const auto day = care::date(*paper.fields, "given_at");
        if (!day) return std::nullopt;
        if (&paper == &papers.front() || latest < *day) latest = *day;
    }
    return base::age_months(*person.birth_date, latest) / 12;
}

}  // namespace

bool agreed_to_research(std::span<const records::Record> records, const care::Family& family,
                        const care::Person& person) {
    const auto papers = papers_of(records, family, person);
    if (!papers || !latest_agrees(*papers)) return false;
    const auto years = years_at_latest(*papers, person);
    if (!years) return false;
    base::Instant given = papers->front().given;
    for (const Paper& paper : *papers) given = std::max(given, paper.given);
    if (is_withdrawn_since(*papers, given)) return false;
    if (*years >= kAdult) return true;
    if (!latest_agrees(signed_by(*papers, false))) return false;
    return *years < kSpeaksForHerself || latest_agrees(signed_by(*papers, true));
}

}  // namespace research
