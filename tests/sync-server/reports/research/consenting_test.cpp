// Who agreed, paper by paper.
#include "sync-server/reports/research/consenting.h"

#include "tests/simulation/world.h"

#include <doctest/doctest.h>

using records::Record;

namespace {

const base::RecordId kWho{"01890000-0000-7000-8000-000000000001"};

struct Papers {
    std::vector<Record> records;

    explicit Papers(const std::string& born) {
        base::Fields fields;
        fields.set("birth_date", born);
        records.push_back({kWho, "person", "P1", {1, 1}, fields});
    }
    base::Fields& add(const std::string& by, const std::string& scopes, const std::string& given) {
        base::Fields fields;
        fields.set("person_id", kWho.text());
        fields.set("given_by", by);
        fields.set("scopes", scopes);
        fields.set("given_at", given.size() == 10 ? given + "T09:00:00+07:00" : given);
        const std::string id =
            "01890000-0000-7000-8000-0000000001" + std::to_string(10 + records.size());
        records.push_back({base::RecordId(id), "consent", "P1", {1, 1}, fields});
        return records.back().fields;
    }
    bool agreed() const {
        const care::Family family(records);
        const care::Person* person = family.person(kWho.text());
        REQUIRE(person != nullptr);
        return research::agreed_to_research(records, family, *person);
    }
};

void withdraw(base::Fields& paper, const char* scope, const char* when) {
    paper.set("withdrawn", "1");
    paper.set("withdraw_scope", scope);
    if (when[0] != 0) paper.set("withdrawn_at", when);
}

}  // namespace

TEST_CASE("without a paper, or with one that does not say research, nobody agreed") {
    Papers papers("2000-01-01");
    CHECK_FALSE(papers.agreed());
    papers.add("SELF", "CARE SHARE_AGG", "2026-01-01");
    CHECK_FALSE(papers.agreed());
    papers.add("SELF", "CARE RESEARCH", "2026-02-01");
    CHECK(papers.agreed());
    papers.add("SELF", "CARE", "2026-03-01");
    CHECK_FALSE(papers.agreed());
}

TEST_CASE("a withdrawal of research or of care ends it until a later paper") {
    for (const char* scope : {"RESEARCH", "CARE", ""}) {
        Papers papers("2000-01-01");
        withdraw(papers.add("SELF", "CARE RESEARCH", "2026-01-01"), scope,
                 "2026-02-01T09:00:00+07:00");
        CHECK_FALSE(papers.agreed());
        papers.add("SELF", "CARE RESEARCH", "2026-01-15");  // signed before she took it back
        CHECK_FALSE(papers.agreed());
        papers.add("SELF", "CARE RESEARCH", "2026-03-01");
        CHECK(papers.agreed());
    }
    Papers other("2000-01-01");
    withdraw(other.add("SELF", "CARE CONTACT RESEARCH", "2026-01-01"), "CONTACT",
             "2026-02-01T09:00:00+07:00");
    CHECK(other.agreed());
}

TEST_CASE("in doubt it is a no: a day that cannot be read, an age that is not known") {
    Papers unread("2000-01-01");
    unread.add("SELF", "CARE RESEARCH", "2026-01-01");
    unread.add("SELF", "CARE RESEARCH", "kemarin");
    CHECK_FALSE(unread.agreed());
    Papers ageless("");
    ageless.add("SELF", "CARE RESEARCH", "2026-01-01");
    CHECK_FALSE(ageless.agreed());
    Papers undated("2000-01-01");
    withdraw(undated.add("SELF", "CARE RESEARCH", "2026-01-01"), "RESEARCH", "");
    undated.add("SELF", "CARE RESEARCH", "2026-03-01");
    CHECK_FALSE(undated.agreed());
}

TEST_CASE("for a child a parent signs; at ten to seventeen both do") {
    Papers infant("2026-01-01");
    infant.add("SELF", "CARE RESEARCH", "2026-01-02");
    CHECK_FALSE(infant.agreed());
    infant.add("PARENT", "CARE RESEARCH", "2026-01-03");
    CHECK(infant.agreed());
    Papers young("2010-01-01");
    young.add("SELF", "CARE RESEARCH", "2026-01-02");
    CHECK_FALSE(young.agreed());
    young.add("GUARDIAN", "CARE RESEARCH", "2026-01-03");
    CHECK(young.agreed());
    young.add("SELF", "CARE", "2026-01-04");
    CHECK_FALSE(young.agreed());
}

TEST_CASE("a paper that was retracted says nothing") {
    Papers papers("2000-01-01");
    papers.add("SELF", "CARE RESEARCH", "2026-01-01").set("retracted", "1");
    CHECK_FALSE(papers.agreed());
}
