// The list of families: search as you type, filters, who waits for a visit, what was left unsaved.
#pragma once

#include "client/screens/ports/ports.h"
#include "client/screens/record/kept_drafts.h"
#include "client/ui/words/words.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace screens {

inline constexpr std::array<Filter, 4> kFilters = {
    Filter::All, Filter::Postpartum, Filter::UnderSixMonths, Filter::NotVisitedThisMonth};

class FamiliesModel {
public:
    explicit FamiliesModel(const Ports& ports);

    std::string query;  // as typed
    void query_typed();
    void refresh();  // once a frame; asks again only when something changed

    // What the search, the posyandu and the filter leave.
    const std::vector<FamilyRow>& rows() const { return rows_; }
    bool has_any() const { return has_any_; }  // families at all, whatever is searched for

    Filter filter() const { return filter_; }
    int count(Filter filter) const;                            // within the search and the posyandu
    void filter_chosen(Filter filter);                         // chosen again: all of them
    const std::vector<Unit>& units() const { return units_; }  // to choose between; else empty
    const std::string& unit() const { return unit_; }          // empty: all
    void unit_chosen(const std::string& unit);                 // chosen again: all

    // "RT 03 / RW 01", and how many stand there. Empty while searching: the best match counts.
    struct Group {
        std::string title;
        std::size_t count = 0;
    };
    const std::vector<Group>& groups() const { return groups_; }
    // The one that Enter opens from the search; nullptr while nothing is typed.
    const FamilyRow* first_found() const;

    // "Siti Aminah · Aisyah Putri, 3 minggu": the second line of a row.
    std::string detail_of(const FamilyRow& row) const;
    std::string title_of(const FamilyRow& row) const;
    std::string last_visit_of(const FamilyRow& row) const;

    // Left behind by a crash, or put aside.
    KeptDrafts& kept() { return kept_; }
    const std::vector<Draft>& drafts() const { return kept_.all(); }

private:
    void read();
    void choose_rows();

    Ports ports_;
    std::vector<FamilyRow> found_;  // by the search alone
    std::vector<FamilyRow> rows_;
    std::vector<Group> groups_;
    std::array<int, kFilters.size()> counts_ = {};
    std::vector<Unit> units_;
    std::string unit_;
    Filter filter_ = Filter::All;
    KeptDrafts kept_;
    std::string asked_for_;
    std::int64_t version_ = -1;
    std::optional<Date> as_of_;
    bool has_any_ = false;
};

// "5 hari", "3 minggu", "4 bulan", "2 tahun": as mothers say a baby's age.
std::string baby_age(Date born, Date today);

}  // namespace screens
