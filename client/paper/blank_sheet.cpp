#include "client/paper/blank_sheet.h"

#include "client/paper/answer_space.h"
#include "client/paper/choice_table.h"
#include "client/paper/conditions.h"
#include "shared/care/danger_signs.h"

#include <algorithm>
#include <array>

namespace paper {

namespace {

using forms::Question;
using forms::QuestionType;
using words::tr;

constexpr const char* kStyleOfSheet = R"css(
html{font-size:10pt}
.sheet{break-before:page}.sheet:first-of-type{break-before:auto}
.written{display:flex;flex-wrap:wrap;gap:2mm 6mm;margin-bottom:2mm}
.written span{flex:1 1 40%;display:flex;gap:2mm}.written .line{flex:1}
.group{margin:0 0 1mm}
h2{background:#e8e8e8;padding:.8mm 2mm;margin:3mm 0 1mm;print-color-adjust:exact;
 -webkit-print-color-adjust:exact}
h2 small{font-weight:400}
.q{display:flex;flex-wrap:wrap;gap:.5mm 4mm;padding:1mm 0;border-bottom:.2mm solid #bbb;
 break-inside:avoid}
.q .n{width:7mm;text-align:right;color:#222}
.q .label{flex:1 1 70mm;min-width:60mm}
.q .space{flex:0 1 auto;margin-left:auto}
.q .space.across{flex:0 0 100%;margin-left:0;padding-left:11mm}
.q .space>.line{min-width:75mm}
.inner{padding-left:8mm}
.when{display:block;font-style:italic;font-size:.88em}
.hint{display:block;font-size:.85em;color:#333}
.urgency{font-size:.8em;font-weight:700;white-space:nowrap}
.yes-no .choice{display:inline-block;min-width:17mm}
.choices{columns:2;column-gap:6mm}.choices.few{columns:1}.choices.narrow{columns:3}
.choices .choice{display:block;padding:.5mm 0 .5mm 6.5mm;text-indent:-6.5mm;break-inside:avoid}
.digits{white-space:nowrap}.unit,.digits b{margin:0 1mm 0 1.5mm;font-weight:400}
.digit{display:inline-block;width:5mm;height:6mm;border:.25mm solid #000;margin-right:-.25mm;
 vertical-align:middle}
.scale{display:flex;gap:4mm}
.point{font-style:normal;border:.25mm solid #000;border-radius:50%;width:7mm;height:7mm;
 display:inline-flex;align-items:center;justify-content:center}
.private{border:.6mm solid #000;padding:1mm 3mm 2mm;margin-top:3mm;break-inside:avoid}
.private h2{margin-top:1mm}
.space .ruled{height:6.5mm}
th{font-size:.85em}.mark{text-align:center}
.typed{margin-top:4mm;break-inside:avoid}
)css";

// One form is one step of many: its table has a row for each.
struct RowPerChoice {
    std::string_view form, question;
};
constexpr std::array<RowPerChoice, 1> kRowPerChoice = {{{"massage_teaching_step", "step_code"}}};

// Speaks another language for as long as the sheet is written.
class Speaking {
public:
    explicit Speaking(words::Language language) : before_(words::language()) {
        words::use(language);
    }
    ~Speaking() { words::use(before_); }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    words::Language before_;
};

std::string condition(const Sheet& sheet, const Question& question) {
    if (!question.relevant) return "";
    const auto words = condition_words(sheet, *question.relevant);
    return words ? tr("Only if {0}", {*words}) : "";
}

// Does it hang on a question of the same section, so that it stands indented below it?
bool hangs_on_neighbour(const Sheet& sheet, const Question& question) {
    if (!question.relevant) return false;
    const auto& fields = question.relevant->fields();
    return std::any_of(fields.begin(), fields.end(), [&](const std::string& name) {
        const Question* other = sheet.form->find(name);
        return other != nullptr && other->group == question.group && is_asked(*other);
    });
}

const care::DangerSign* sign_of(const Question& question) {
    for (const care::DangerSign& sign : care::danger_signs()) {
        if (care::field_of(sign) == question.name) return &sign;
    }
    return nullptr;
}

std::string urgency_words(care::Urgency urgency) {
    switch (urgency) {
        case care::Urgency::RedNow:
            return tr("NOW");
        case care::Urgency::RedToday:
            return tr("TODAY");
        case care::Urgency::Yellow:
            return tr("WATCH");
    }
    return "";
}

std::string urgency_mark(const Question& question) {
    const care::DangerSign* sign = sign_of(question);
    if (sign == nullptr) return "";
    std::string words = urgency_words(sign->urgency);
    if (sign->massage == care::MassageAction::Stop) {
        words += " · " + std::string(tr("no massage"));
    }
    return " " + element("span", "urgency", "[" + text(words) + "]");
}

std::string hint(const Question& question) {
    std::string words = question.hint.in(words::code());
    if (question.type == QuestionType::SelectMultiple && question.reference_type.empty()) {
        const std::string several = tr("Tick all that apply.");
        words = words.empty() ? several : words + " " + several;
    }
    return words.empty() ? "" : element("span", "hint", text(words));
}

std::string question_html(const Sheet& sheet, const Question& question) {
    const AnswerSpace space = answer_space(*sheet.form, question);
    const std::string when = condition(sheet, question);
    const bool is_required = question.required && question.required->text() == "true()";
    std::string words = when.empty() ? "" : element("span", "when", text(when));
    words +=
        text(question.label.in(words::code())) + (is_required ? " *" : "") + urgency_mark(question);
    words += hint(question);
    const std::string number = std::to_string(sheet.numbers.at(question.name)) + ".";
    return element("div", hangs_on_neighbour(sheet, question) ? "q inner" : "q",
                   element("span", "n", number) + element("div", "label", words) +
                       element("div", space.is_wide ? "space across" : "space", space.html));
}

std::string heading(const Sheet& sheet, const Question& group) {
    std::string words = text(group.label.in(words::code()));
    const std::string when = condition(sheet, group);
    if (!when.empty()) words += " <small>– " + text(when) + "</small>";
    return element("h2", "", words);
}

struct DangerSigns {
    bool any = false;
    bool any_stops_massage = false;
};

DangerSigns danger_signs_in(const forms::Form& form, std::size_t group) {
    DangerSigns found;
    for (const Question& question : form.questions) {
        const care::DangerSign* sign = question.group == group ? sign_of(question) : nullptr;
        if (sign == nullptr) continue;
        found.any = true;
        found.any_stops_massage |= sign->massage == care::MassageAction::Stop;
    }
    return found;
}

std::string about(const DangerSigns& signs) {
    if (!signs.any) return "";
    std::string words =
        tr("If any answer is Yes: call the midwife. NOW: leave at once. TODAY: seen by a health "
           "worker today. WATCH: tell the midwife within 24 hours.");
    if (signs.any_stops_massage) {
        words += " " + std::string(tr("“No massage”: do not massage; get help first."));
    }
    return element("p", "small", text(words));
}

std::string about_private() {
    return element("p", "",
                   "<b>" +
                       text(tr("PRIVATE: ask only when you are alone with her. Leave it empty on "
                               "paper if anybody may read it; tell the midwife in person.")) +
                       "</b>");
}

std::string group_start(const Sheet& sheet, std::size_t number) {
    const Question& group = sheet.form->questions[number];
    const bool is_private = group.has_appearance("private");
    std::string made =
        is_private ? "<section class=\"group private\">" : "<section class=\"group\">";
    made += heading(sheet, group);
    if (is_private) return made + about_private();
    return made + about(danger_signs_in(*sheet.form, number));
}

std::string row_html(const Sheet& sheet, std::size_t number) {
    const Question& question = sheet.form->questions[number];
    if (question.type == QuestionType::BeginGroup) return group_start(sheet, number);
    if (question.type == QuestionType::Note) {
        return element("p", "small", text(question.label.in(words::code())));
    }
    return is_asked(question) ? question_html(sheet, question) : "";
}

std::string questions(const Sheet& sheet) {
    std::string made;
    std::vector<std::size_t> open;  // a form keeps where sections begin; they end where another's
                                    // question stands
    const std::vector<Question>& all = sheet.form->questions;
    for (std::size_t each = 0; each < all.size(); ++each) {
        while (!open.empty() && open.back() != all[each].group) {
            made += "</section>\n";
            open.pop_back();
        }
        made += row_html(sheet, each);
        if (all[each].type == QuestionType::BeginGroup) open.push_back(each);
    }
    for (std::size_t each = 0; each < open.size(); ++each) made += "</section>\n";
    return made;
}

std::string answers(const Sheet& sheet, base::Date today) {
    for (const RowPerChoice& each : kRowPerChoice) {
        if (sheet.form->id != each.form) continue;
        const Question* by = sheet.form->find(each.question);
        if (by != nullptr) return choice_table(sheet, *by, today);
    }
    return questions(sheet);
}

std::string written_by() {
    const auto field = [](const char* name) {
        return element("span", "", text(name) + " " + line());
    };
    return element("div", "written",
                   field(tr("Family:")) + field("RT / RW:") + field(tr("Cadre:")) +
                       element("span", "", text(tr("Date:")) + " " + date_boxes()));
}

std::string one_sheet(const forms::Form& form, const forms::FormSet& forms, base::Date today) {
    const Sheet sheet = sheet_of(form, forms);
    std::string made = element("h1", "", text(form.title.in(words::code())));
    made += written_by() + answers(sheet, today);
    made += element("p", "typed",
                    text(tr("* must be answered")) + " &nbsp; " + box() + " " +
                        text(tr("typed into the laptop on")) + " " + line());
    return element("article", "sheet", made);
}

}  // namespace

std::vector<const forms::Form*> visit_forms(const forms::FormSet& forms) {
    std::vector<const forms::Form*> found;
    for (const char* id : {"visit", "mother_check", "infant_check", "feeding_recall",
                           "massage_teaching", "massage_teaching_step", "massage_session"}) {
        if (const forms::Form* form = forms.find(id); form != nullptr) found.push_back(form);
    }
    return found;
}

std::string blank_sheet(const std::vector<const forms::Form*>& sheets, const forms::FormSet& forms,
                        words::Language language, const Letterhead& head) {
    const Speaking speaking(language);
    std::string body;
    for (const forms::Form* form : sheets) body += one_sheet(*form, forms, head.printed_on);
    const std::string title =
        sheets.size() == 1 ? sheets.front()->title.in(words::code()) : tr("Blank sheets");
    return html({Size::A4, title, kStyleOfSheet, body}, head);
}

}  // namespace paper
