// A line of an import: no record, with a reason, or one that its form can check and a store keep.
#include "client/app/recording/import_line.h"
#include "shared/forms/check.h"
#include "shared/forms/form_set.h"
#include "tests/fuzz/targets/target.h"

namespace fuzz {

namespace {

void check_line(std::string_view line) {
    const auto entry = client_app::entry_of_line(line);
    if (!entry.ok()) {
        CHECK(!entry.error().message.empty());
        return;
    }
    CHECK(!entry.value().type.empty());
    if (entry.value().id) CHECK(base::is_uuid(entry.value().id->text()));
    const forms::Form* form = forms::FormSet::builtin().find(entry.value().type);
    if (form == nullptr) return;
    forms::Context context;
    context.today = *base::parse_date("2026-03-15");
    const auto problems = forms::check(*form, entry.value().answers, context);
    const auto kept = forms::relevant_only(*form, entry.value().answers, context);
    CHECK(base::Fields::parse(kept.to_json()).value() == kept);
    // What is saved is no worse than what was given.
    if (!forms::blocks(problems)) CHECK(!forms::blocks(forms::check(*form, kept, context)));
}

}  // namespace

void import(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        check_line(bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
}

}  // namespace fuzz
