#include "sync-server/accept/crossing/step.h"

#include "shared/forms/references.h"
#include "sync-server/accept/change/form_rules.h"
#include "sync-server/store/records/erasing.h"
#include "sync-server/store/records/moves.h"

#include <algorithm>

namespace crossing {

using accept::Desk;
using accept::Obstacle;
using base::Done;
using base::Result;
using base::Status;
using server_store::kOutside;
using server_store::StoredRecord;

namespace {

Result<bool> is_erased(const Desk& desk, const Line& line) {
    TRY_LET(has_any, server_store::has_erased(desk.connection));
    if (!has_any) return false;
    TRY_LET(is_gone, server_store::is_erased(desk.connection, line.record));
    if (is_gone) return true;
    const forms::Form* form = desk.forms.find(line.type);
    if (form == nullptr) return server_store::names_erased(desk.connection, line.set.to_json());
    for (const std::string& id : forms::references(*form, line.set)) {
        TRY_LET(names_one, server_store::is_erased(desk.connection, id));
        if (names_one) return true;
    }
    return false;
}

// Of one that is here, only what differs; what the file says nothing of goes out only if the whole
// record comes back to where it had gone from.
base::Fields news_of(const Line& line, const std::optional<StoredRecord>& standing, bool is_whole) {
    if (!standing) return line.set;
    const base::Fields& now = standing->record.fields;
    if (is_whole && standing->record.unit == kOutside) return line.set.changes_since(now);
    base::Fields news;
    for (const auto& [name, token] : line.set.entries()) {
        const std::string* const stands = now.token(name);
        if (stands == nullptr ? token != "null" : *stands != token) news.set_token(name, token);
    }
    return news;
}

std::optional<Obstacle> obstacle_to(const accept::Session& session, const Step& step) {
    const forms::Form* form = session.forms.find(step.line->type);
    if (form == nullptr) {
        return Obstacle{"type", "",
                        "Jenis catatan ini belum dikenal komputer puskesmas. Data tersimpan utuh; "
                        "koordinator akan memeriksanya."};
    }
    if (step.standing && step.standing->record.type != step.line->type) {
        return Obstacle{"type", "",
                        "Nomor catatan ini sudah dipakai untuk jenis catatan lain. Data tersimpan "
                        "utuh; koordinator akan memeriksanya."};
    }
    base::Fields document = step.standing ? step.standing->record.fields : base::Fields();
    document.apply(step.set);
    const auto problem = accept::document_problem(*form, document, session.today);
    if (!problem) return std::nullopt;
    return Obstacle{"check", problem->field, problem->reason};
}

// Joined there with somebody who stayed: here she is herself.
Status drop_lost_alias(const Desk& desk, const FamilyFile& file, base::Fields& set) {
    const std::string other = set.text("merged_into");
    const auto is_other = [&](const Line& line) { return line.record == other; };
    if (other.empty() || std::any_of(file.lines.begin(), file.lines.end(), is_other)) return Done{};
    TRY_LET(standing, server_store::find_record(desk.connection, other));
    if (standing && standing->record.unit != kOutside) return Done{};
    set.erase("merged_into");
    if (set.text("status") == "MERGED") set.set("status", "ACTIVE");
    return Done{};
}

}  // namespace

Result<Step> step_of(const Desk& desk, const accept::Session& session, const FamilyFile& file,
                     const Line& line) {
    Step step;
    step.line = &line;
    TRY_LET(is_out, is_erased(desk, line));
    step.is_erased = is_out;
    if (is_out) return step;
    TRY_LET(standing, server_store::find_record(desk.connection, line.record));
    step.standing = std::move(standing);
    step.set = news_of(line, step.standing, file.is_whole);
    TRY(drop_lost_alias(desk, file, step.set));
    if (!step.standing || !step.set.empty()) step.obstacle = obstacle_to(session, step);
    return step;
}

}  // namespace crossing
