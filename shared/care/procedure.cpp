#include "shared/care/procedure.h"

#include "shared/base/json.h"
#include "shared/base/log.h"
#include "shared/forms/rows.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace care {

namespace {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;
using forms::Row;

constexpr int kStepSecondsMax = 3600;
constexpr std::size_t kStepsMax = 60;
constexpr std::size_t kSopVersionBytesMax = 40;
constexpr std::array<std::string_view, 3> kGroups = {"prepare", "massage", "close"};
constexpr std::array<std::string_view, 20> kPictures = {
    "P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "M01",
    "M02", "M03", "M04", "M05", "M06", "M07", "C01", "C02", "C03", "C04"};

bool is_picture(std::string_view code) {
    return std::find(kPictures.begin(), kPictures.end(), code) != kPictures.end();
}

Result<int> seconds_in(const Row& row, std::string_view column) {
    const std::string& cell = row.cell(column);
    int seconds = 0;
    if (cell.empty()) return seconds;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), seconds);
    const bool is_number = read.ec == std::errc() && read.ptr == cell.data() + cell.size();
    if (!is_number || seconds < 0 || seconds > kStepSecondsMax) {
        return row.refuse(column, "expected whole seconds from 0 to 3600");
    }
    return seconds;
}

// Walks the rows once: a group is a phase, a note in it is a step.
class ProcedureReader {
public:
    Result<Procedure> read(const forms::Form& form) {
        TRY_LET(definition, base::json::Object::parse(form.json));
        TRY(take_settings(form, definition));
        TRY_LET(rows, forms::read_rows(definition, "survey", form.id, forms::kRowsMax));
        for (const Row& row : rows) TRY(take_row(row));
        TRY(judge(form.id));
        return std::move(procedure_);
    }

private:
    Status take_settings(const forms::Form& form, const base::json::Object& definition) {
        procedure_.title = form.title;
        const auto settings = definition.object("settings");
        if (settings) {
            procedure_.sop_version = settings->string("kawan:sop_version").value_or("");
        }
        const std::string& version = procedure_.sop_version;
        if (!version.empty() && version.size() <= kSopVersionBytesMax) return Done{};
        return Error{ErrorCode::Malformed,
                     form.id + ", settings, kawan:sop_version: missing or too long"};
    }

    Status take_row(const Row& row) {
        const std::string& type = row.cell("type");
        if (type == "begin group" || type == "begin_group") return open_phase(row);
        if (type == "end group" || type == "end_group") {
            phase_.reset();
            return Done{};
        }
        if (type != "note") return row.refuse("type", "a procedure has groups and notes only");
        if (phase_) return take_step(row);
        if (row.cell("name") != "safety") return row.refuse("name", "a step stands in a group");
        procedure_.safety = row.label("label");
        return Done{};
    }

    Status open_phase(const Row& row) {
        const auto group = std::find(kGroups.begin(), kGroups.end(), row.cell("name"));
        if (group == kGroups.end()) {
            return row.refuse("name", "the groups are prepare, massage and close");
        }
        const auto number = static_cast<std::size_t>(group - kGroups.begin());
        const bool is_after = !last_phase_ || number > static_cast<std::size_t>(*last_phase_);
        if (phase_ || !is_after) {
            return row.refuse("name", "prepare, massage and close follow each other");
        }
        phase_ = last_phase_ = static_cast<Phase>(number);
        procedure_.phases[number] = row.label("label");
        return Done{};
    }

    Status take_step(const Row& row) {
        ProcedureStep step;
        step.code = row.cell("name");
        step.phase = *phase_;
        step.label = row.label("label");
        step.technique = row.label("hint");
        step.family = row.label("bind::kawan:family");
        if (step.label.empty()) return row.refuse("label::id", "a step says what is done");
        if (step.family.empty()) step.family = step.label;
        step.is_critical = row.cell("bind::kawan:critical") == "yes";
        step.goes_on_throughout = row.cell("bind::kawan:throughout") == "yes";
        TRY(take_picture(row, step));
        TRY(take_seconds(row, step));
        if (procedure_.steps.size() == kStepsMax) return row.refuse("name", "more than 60 steps");
        procedure_.steps.push_back(std::move(step));
        return Done{};
    }

    static Status take_picture(const Row& row, ProcedureStep& step) {
        step.picture = row.cell("bind::kawan:picture");
        if (step.picture.empty() && is_picture(step.code)) step.picture = step.code;
        if (step.picture.empty() || is_picture(step.picture)) return Done{};
        return row.refuse("bind::kawan:picture", "there is no picture " +
                                                     step.picture.substr(0, 20) +
                                                     "; they are P01-P09, M01-M07, C01-C04");
    }

    static Status take_seconds(const Row& row, ProcedureStep& step) {
        TRY_LET(target, seconds_in(row, "bind::kawan:target_seconds"));
        TRY_LET(least, seconds_in(row, "bind::kawan:least_seconds"));
        if (least > target) {
            return row.refuse("bind::kawan:least_seconds", "is more than target_seconds");
        }
        step.target_seconds = target;
        step.least_seconds = least;
        return Done{};
    }

    // What may not be left out, whoever wrote the procedure (DOMAIN 2.4: no way around).
    Status judge(const std::string& id) const {
        const auto refuse = [&id](const char* why) {
            return Error{ErrorCode::Malformed, id + ": " + why};
        };
        const auto is_of_massage = [](const ProcedureStep& step) {
            return step.phase == Phase::Massage;
        };
        const auto& steps = procedure_.steps;
        if (std::none_of(steps.begin(), steps.end(), is_of_massage)) {
            return refuse("has no step in its group massage");
        }
        if (procedure_.safety.empty()) return refuse("has no note named safety");
        if (!has_critical("P01", Phase::Prepare)) {
            return refuse("asking her permission (P01) is a critical step of prepare");
        }
        if (!has_critical("P02", Phase::Prepare)) {
            return refuse("the safety check (P02) is a critical step of prepare");
        }
        if (!has_critical("M07", Phase::Massage)) {
            return refuse("asking whether she is well (M07) is a critical step of massage");
        }
        return Done{};
    }

    bool has_critical(std::string_view code, Phase phase) const {
        const ProcedureStep* step = procedure_.find(code);
        return step != nullptr && step->is_critical && step->phase == phase;
    }

    Procedure procedure_;
    std::optional<Phase> phase_, last_phase_;
};

}  // namespace

const ProcedureStep* Procedure::find(std::string_view code) const {
    const auto at = std::find_if(steps.begin(), steps.end(),
                                 [&](const ProcedureStep& step) { return step.code == code; });
    return at == steps.end() ? nullptr : &*at;
}

bool Procedure::is_critical(std::string_view code) const {
    const ProcedureStep* step = find(code);
    return step != nullptr && step->is_critical;
}

int Procedure::target_seconds() const {
    int seconds = 0;
    for (const ProcedureStep& step : steps) seconds += step.target_seconds;
    return seconds;
}

Result<Procedure> read_procedure(const forms::Form& form) {
    return ProcedureReader().read(form);
}

const Procedure& shipped_procedure() {
    static const Procedure shipped = [] {
        const forms::Form* form = forms::FormSet::builtin().find_document(kProcedureForm);
        CHECK(form != nullptr);
        auto read = read_procedure(*form);
        if (!read.ok()) base::log::error("shipped procedure: " + read.error().message);
        CHECK(read.ok());
        return std::move(read).value();
    }();
    return shipped;
}

Procedure procedure_in(const forms::FormSet& forms) {
    const forms::Form* form = forms.find_document(kProcedureForm);
    if (form == nullptr) return shipped_procedure();
    auto read = read_procedure(*form);
    if (read.ok()) return std::move(read).value();
    base::log::warn("the procedure in force is not the one handed out: " + read.error().message);
    return shipped_procedure();
}

}  // namespace care
