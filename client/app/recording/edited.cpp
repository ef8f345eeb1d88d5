#include "client/app/recording/edited.h"

#include "shared/forms/answers.h"

#include <algorithm>

namespace client_app {

using base::Fields;

namespace {

// A context that notices when a record that is named is not here.
class Watched {
public:
    explicit Watched(const forms::Context& context) : context_(context) {
        if (!context.lookup) return;
        context_.lookup = [this, ask = context.lookup](std::string_view type, std::string_view id,
                                                       std::string_view field) {
            auto found = ask(type, id, field);
            if (!found && !id.empty()) has_missed_ = true;
            return found;
        };
    }
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

    const forms::Context& context() const { return context_; }
    bool has_missed() const { return has_missed_; }

private:
    forms::Context context_;
    bool has_missed_ = false;
};

bool is_empty(const forms::Question& question, const std::string& token) {
    return forms::read_answer(question, token).value.is_empty();
}

class Editing {
public:
    Editing(const forms::Form& form, const Fields& before, const Fields& changes,
            const forms::Context& context)
        : form_(form),
          before_(before),
          after_(applied(before, changes)),
          watched_(context),
          was_(forms::relevance(form, before_, watched_.context())),
          is_(forms::relevance(form, after_, watched_.context())),
          tidy_(forms::relevant_only(form, after_, watched_.context())) {}

    Fields result() const {
        Fields kept;
        for (const auto& [name, token] : after_.entries()) {
            if (goes(name, token)) continue;
            const std::string* tidied = is_touched(name) ? tidy_.token(name) : nullptr;
            kept.set_token(name, tidied != nullptr ? *tidied : token);
        }
        for (const auto& [name, token] : before_.entries()) {
            if (!after_.has(name) && was_out_of_sight(name)) kept.set_token(name, token);
        }
        return kept;
    }

private:
    static Fields applied(const Fields& before, const Fields& changes) {
        Fields after = before;
        after.apply(changes);
        return after;
    }

    bool is_touched(const std::string& name) const {
        const std::string* old = before_.token(name);
        const std::string* now = after_.token(name);
        return old == nullptr || now == nullptr || *old != *now;
    }

    bool cannot_be_judged(std::size_t number) const {
        return watched_.has_missed() && form_.hangs_on_others[number] != 0;
    }

    bool goes(const std::string& name, const std::string& token) const {
        const std::size_t number = form_.number_of(name);
        if (number == forms::kNone) return false;
        const forms::Question& question = form_.questions[number];
        if (!question.is_answered_by_people()) return is_touched(name);
        if (is_touched(name) && is_empty(question, token)) return true;
        if (is_.is_relevant(number) || cannot_be_judged(number)) return false;
        return is_touched(name) || was_.is_relevant(number);
    }

    // A screen sends a null for what it did not show. What it hid for want of another record, the
    // person never saw, and so did not take out.
    bool was_out_of_sight(const std::string& name) const {
        const std::size_t number = form_.number_of(name);
        if (number == forms::kNone) return false;
        return cannot_be_judged(number) && !was_.is_relevant(number) && !is_.is_relevant(number);
    }

    const forms::Form& form_;
    const Fields& before_;
    Fields after_;
    Watched watched_;
    forms::Relevance was_;
    forms::Relevance is_;
    Fields tidy_;
};

const std::string& group_of(const forms::Form& form, const std::string& field) {
    const forms::Question* question = form.find(field);
    return question == nullptr || question->merge_group.empty() ? field : question->merge_group;
}

bool touches(const forms::Form& form, const Fields& touched, const std::string& field) {
    return std::any_of(touched.entries().begin(), touched.entries().end(), [&](const auto& entry) {
        return group_of(form, entry.first) == group_of(form, field);
    });
}

bool stood_before(const std::vector<forms::Problem>& before, const forms::Problem& problem) {
    return std::any_of(before.begin(), before.end(), [&](const forms::Problem& old) {
        return old.field == problem.field && old.code == problem.code &&
               old.severity == problem.severity;
    });
}

}  // namespace

Fields first_answers(const forms::Form& form, const Fields& answers,
                     const forms::Context& context) {
    const Watched watched(context);
    Fields kept = forms::relevant_only(form, answers, watched.context());
    if (!watched.has_missed()) return kept;
    for (const auto& [name, token] : answers.entries()) {
        const std::size_t number = form.number_of(name);
        if (number == forms::kNone || form.hangs_on_others[number] == 0) continue;
        const forms::Question& question = form.questions[number];
        if (!question.is_answered_by_people() || is_empty(question, token)) continue;
        if (!kept.has(name)) kept.set_token(name, token);
    }
    return kept;
}

Fields edited(const forms::Form& form, const Fields& before, const Fields& changes,
              const forms::Context& context) {
    return Editing(form, before, changes, context).result();
}

std::vector<std::string> tied_to(const forms::Form& form, const Fields& touched) {
    std::vector<std::string> tied;
    for (const forms::Question& question : form.questions) {
        if (question.merge_group.empty() || touched.has(question.name)) continue;
        if (touches(form, touched, question.name)) tied.push_back(question.name);
    }
    return tied;
}

bool blocks_edit(const forms::Form& form, const Fields& touched,
                 const std::vector<forms::Problem>& before,
                 const std::vector<forms::Problem>& after) {
    return std::any_of(after.begin(), after.end(), [&](const forms::Problem& problem) {
        if (problem.severity != forms::Severity::Error) return false;
        return !stood_before(before, problem) || touches(form, touched, problem.field);
    });
}

}  // namespace client_app
