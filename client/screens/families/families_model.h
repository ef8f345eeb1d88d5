// The list of families: search as you type, who waits for a visit, what was left unsaved.
#pragma once

#include "client/screens/ports/ports.h"
#include "client/screens/record/kept_drafts.h"
#include "client/ui/words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

class FamiliesModel {
public:
    explicit FamiliesModel(const Ports& ports);

    std::string query;  // as typed
    void query_typed();
    void refresh();  // once a frame; asks again only when something changed

    const std::vector<FamilyRow>& rows() const { return rows_; }
    bool has_any() const { return has_any_; }  // families at all, whatever is searched for

    // "RT 03 / RW 01 · 2 orang": the second line of a row.
    std::string detail_of(const FamilyRow& row) const;
    std::string title_of(const FamilyRow& row) const;
    std::string last_visit_of(const FamilyRow& row) const;

    // Left behind by a crash, or put aside.
    KeptDrafts& kept() { return kept_; }
    const std::vector<Draft>& drafts() const { return kept_.all(); }

private:
    void read();

    Ports ports_;
    std::vector<FamilyRow> rows_;
    KeptDrafts kept_;
    std::string asked_for_;
    std::int64_t version_ = -1;
    bool has_any_ = false;
};

}  // namespace screens
