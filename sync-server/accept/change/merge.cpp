#include "sync-server/accept/change/merge.h"

#include "shared/forms/form.h"
#include "sync-server/accept/change/form_rules.h"

#include <map>

namespace accept {

namespace {

using base::Fields;
using Group = std::vector<std::string>;  // names of fields in the change

constexpr std::string_view kNull = "null";

std::string_view token_or_null(const Fields& fields, std::string_view name) {
    const std::string* token = fields.token(name);
    return token == nullptr ? kNull : std::string_view(*token);
}

std::map<std::string, Group> groups_of(const Fields& set, const forms::Form& form) {
    std::map<std::string, Group> groups;
    for (const auto& [name, token] : set.entries()) groups[group_of(form, name)].push_back(name);
    return groups;
}

// The one merging, field group by field group, with what it needs at hand.
class Merging {
public:
    Merging(const Fields& standing, const Writers& writers, const records::Change& change,
            const Writer& author, const forms::Form& form)
        : change_(change), author_(author), form_(form), standing_writers_(writers) {
        merged_.fields = standing;
        merged_.writers = writers;
    }

    Merged run() {
        for (const auto& [group, names] : groups_of(change_.set, form_)) {
            if (is_free(group, names)) {
                take(names);
            } else if (wants_what_stands(names)) {
                continue;
            } else if (has_sticky(names)) {
                merged_.losers.push_back({group, standing_values(names), false});
                take(names);
            } else {
                merged_.losers.push_back({group, incoming_values(names), true});
            }
        }
        return std::move(merged_);
    }

    // Not written since the author saw it, or last written by herself before (rule 8). Every field
    // of a merge group counts, also those that this change leaves alone or that were taken out.
    bool is_free(const std::string& group, const Group& names) const {
        for (const std::string& name : names) {
            if (!is_free_field(name)) return false;
        }
        for (const forms::Question& question : form_.questions) {
            if (question.merge_group == group && !is_free_field(question.name)) return false;
        }
        return true;
    }

private:
    bool is_free_field(const std::string& name) const {
        const bool nobody_wrote = !merged_.fields.has(name) && !standing_writers_.has_own(name);
        if (nobody_wrote) return true;
        const Writer& last = standing_writers_.of(name);
        if (last.revision <= change_.base) return true;
        return author_.incarnation != 0 && last.device == author_.device &&
               is_same_life(last.incarnation, last.n) && last.n < author_.n;
    }

    // Or of an earlier one, and seen: what a change mends was before its author's eyes.
    bool is_same_life(std::int64_t incarnation, std::int64_t n) const {
        return incarnation == author_.incarnation || n <= change_.mends.value_or(0);
    }

    bool wants_what_stands(const Group& names) const {
        for (const std::string& name : names) {
            if (token_or_null(merged_.fields, name) != *change_.set.token(name)) return false;
        }
        return true;
    }

    bool has_sticky(const Group& names) const {
        for (const std::string& name : names) {
            if (is_sticky(form_, name, *change_.set.token(name))) return true;
        }
        return false;
    }

    void take(const Group& names) {
        merged_.took_any = true;
        for (const std::string& name : names) {
            const std::string& token = *change_.set.token(name);
            const std::string_view old = token_or_null(merged_.fields, name);
            merged_.writers.set(name, author_);
            if (old == token) continue;
            merged_.changed = true;
            merged_.before.set_token(name, std::string(old));
            if (token == kNull) {
                merged_.fields.erase(name);
            } else {
                merged_.fields.set_token(name, token);
            }
        }
    }

    Fields incoming_values(const Group& names) const {
        Fields values;
        for (const std::string& name : names) values.set_token(name, *change_.set.token(name));
        return values;
    }

    Fields standing_values(const Group& names) const {
        Fields values;
        for (const std::string& name : names) {
            values.set_token(name, std::string(token_or_null(merged_.fields, name)));
        }
        return values;
    }

    const records::Change& change_;
    const Writer& author_;
    const forms::Form& form_;
    const Writers& standing_writers_;
    Merged merged_;
};

}  // namespace

Merged merge(const Fields& standing, const Writers& writers, records::Revision revision,
             const records::Change& change, const Writer& author, const forms::Form& form) {
    Merged merged = Merging(standing, writers, change, author, form).run();
    merged.others_wrote_since = revision > change.base;
    return merged;
}

bool saw_group(const Fields& standing, const Writers& writers, const records::Change& change,
               const Writer& author, const forms::Form& form, const std::string& group) {
    Group names;
    for (const forms::Question& question : form.questions) {
        if (group_of(form, question.name) == group) names.push_back(question.name);
    }
    for (const auto& [name, token] : standing.entries()) {
        if (group_of(form, name) == group) names.push_back(name);  // also what no question asks
    }
    return Merging(standing, writers, change, author, form).is_free(group, names);
}

Merged create(const records::Change& change, const Writer& author) {
    Merged merged;
    merged.writers = Writers::created_by(author);
    merged.fields.apply(change.set);
    merged.changed = !merged.fields.empty();
    merged.took_any = !change.set.empty();
    return merged;
}

}  // namespace accept
