#include "sync-server/console/pages/running/forms.h"

#include "sync-server/accept/staff/publishing.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"
#include "sync-server/store/published_forms.h"

#include <array>
#include <map>

namespace console {

using base::Error;
using base::ErrorCode;
using html::all;
using html::tag;

namespace {

struct Aspect {
    const char* code;
    const char* words;
};
constexpr std::array<Aspect, 7> kAspects = {{
    {"label", later("its words")},
    {"hint", later("its hint")},
    {"type", later("its type")},
    {"choices", later("its choices")},
    {"required", later("whether it must be answered")},
    {"relevant", later("when it is asked")},
    {"constraint", later("what may be answered")},
}};

std::string_view language() {
    return words::code(tongue().language);
}

Html upload(const Visit& visit, const std::string& problem) {
    return card(
        tr("A new version"),
        form(visit, "/forms/check",
             all(paragraph(tr("It is checked and compared first. Nothing is published "
                              "yet.")),
                 file_field(
                     {.name = "form", .label = tr("Form definition (.json)"), .problem = problem},
                     ".json"),
                 submit(tr("Check it"))),
             true));
}

Answer list_page(const Visit& visit, const std::string& problem) {
    TRY_LET(published, server_store::published_forms(visit.connection));
    std::map<std::string, server_store::PublishedForm> since;
    for (const server_store::PublishedForm& each : published) since[each.id] = each;
    Table table{tr("Forms in force"),
                {tr("Form"), tr("Version"), tr("Questions"), tr("In force since")},
                {},
                {}};
    for (const std::string& id : visit.forms.ids()) {
        const forms::Form& form = *visit.forms.find(id);
        const auto at = since.find(id);
        table.rows.push_back({form.title.in(language()), form.version,
                              std::to_string(form.questions.size()),
                              at == since.end() ? std::string(tr("came with the program"))
                                                : time_text(visit, at->second.at)});
    }
    Html content = console::table(table);
    if (visit.may(Action::PublishForms)) content += upload(visit, problem);
    return page(visit, tr("Forms"), content, problem.empty() ? 200 : 422);
}

Answer list(const Visit& visit) {
    return list_page(visit, "");
}

// ---- what differs

// A question by its words, in this version or that.
std::string words_of(const forms::Form& form, const std::string& name) {
    const forms::Question* question = form.find(name);
    if (question == nullptr || question->label.empty()) return name;
    return question->label.in(language()) + " (" + name + ")";
}

std::string aspects_in_words(const std::vector<std::string>& aspects) {
    std::string text;
    for (const Aspect& known : kAspects) {
        for (const std::string& each : aspects) {
            if (each == known.code)
                text += (text.empty() ? "" : ", ") + std::string(tr(known.words));
        }
    }
    return text;
}

Html questions(const char* title, const forms::Form& form, const std::vector<std::string>& names) {
    if (names.empty()) return {};
    Html lines;
    for (const std::string& name : names) lines += tag("li", words_of(form, name));
    return all(tag("h3", title), tag("ul", lines));
}

Html difference_of(const forms::Form& before, const forms::Form& after) {
    const staff::Difference difference = staff::compare(before, after);
    Html content = all(questions(tr("Added questions"), after, difference.added),
                       questions(tr("Removed questions"), before, difference.removed));
    if (!difference.removed.empty()) {
        content +=
            note(Tone::Info, tr("Answers to removed questions that were written down stay in "
                                "their records."));
    }
    Html changed;
    for (const staff::ChangedQuestion& each : difference.changed) {
        changed += tag("li", words_of(after, each.name), ": ", aspects_in_words(each.aspects));
    }
    if (!changed.empty()) content += all(tag("h3", tr("Changed questions")), tag("ul", changed));
    if (content.empty())
        content =
            paragraph(tr("The questions are the same; rules or texts between "
                         "them may differ."));
    return content;
}

Reply problems_page(const Visit& visit, const std::vector<std::string>& problems) {
    Html items;
    for (const std::string& each : problems) items += tag("li", each);
    return page(
        visit, tr("This form cannot be published"),
        all(note(Tone::Bad, tr("Mend this in the definition, then check it again:")),
            tag("ul", {{"lang", "en"}}, items), tag("p", button_link("/forms", tr("Go on")))),
        422);
}

Answer check(const Visit& visit) {
    const PostedFile* file = visit.posted.file("form");
    if (file == nullptr || file->bytes.empty()) {
        return list_page(visit, tr("Choose a file first."));
    }
    const staff::Checked checked = staff::check_form(visit.forms, file->bytes);
    if (!checked.problems.empty()) return problems_page(visit, checked.problems);
    const Html back = tag("p", button_link("/forms", tr("Go on")));
    const forms::Form& after = *checked.form;
    const forms::Form& before = *visit.forms.find(after.id);
    const Html publish = form(visit, "/forms",
                              all(carried("definition", after.json),
                                  carried("shown", before.version), submit(tr("Publish"))),
                              true);
    return page(
        visit, after.title.in(language()),
        all(note(Tone::Ok, tr("This definition is whole.")),
            facts({{tr("Version in force"), before.version}, {tr("New version"), after.version}}),
            card(tr("What differs"), difference_of(before, after)),
            paragraph(tr("Laptops get it with their next sync. What was begun with the old "
                         "version is finished with it.")),
            publish, back));
}

Answer publish(const Visit& visit) {
    const std::string json = visit.posted.value("definition");
    const staff::Checked checked = staff::check_form(visit.forms, json);
    if (!checked.form) return problems_page(visit, checked.problems);
    const forms::Form* before = visit.forms.find(checked.form->id);
    if (before == nullptr || visit.value("shown") != before->version) {
        return refusal(visit, Refusal::Stale, "/forms");
    }
    bool is_stale = false;
    const auto work = [&](const accept::Desk& desk) -> Status {
        forms::FormSet next = visit.forms_in_force.now().forms;
        const forms::Form* const standing = next.find(checked.form->id);
        is_stale = standing == nullptr || visit.value("shown") != standing->version;
        if (is_stale) return base::Done{};
        TRY_LET(transaction, db::Transaction::begin(desk.connection));
        TRY(staff::publish_form(desk, json, visit.who.id.text()));
        TRY(transaction.commit());
        next.add(*checked.form);
        visit.forms_in_force.replace(std::move(next));
        return base::Done{};
    };
    TRY(visit.write(work));
    if (is_stale) return refusal(visit, Refusal::Stale, "/forms");
    return go_to("/forms", tr("Published. Laptops get it with their next sync."));
}

}  // namespace

Routes form_routes() {
    return {{"GET", "/forms", Action::SeeForms, list},
            {"POST", "/forms/check", Action::PublishForms, check},
            {"POST", "/forms", Action::PublishForms, publish}};
}

}  // namespace console
