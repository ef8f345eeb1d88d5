#include "client/paper/referral_letter.h"

#include "client/paper/urgency_shape.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/forms/form_set.h"

#include <algorithm>

namespace paper {

namespace {

using care::Urgency;
using words::tr;

constexpr const char* kStyleOfLetter = R"css(
.letterhead{margin-bottom:2mm}
.urgency{display:flex;gap:3mm;align-items:center;border:.8mm solid #000;padding:1.2mm 2.5mm;
 margin-bottom:2mm}
.urgency b{font-size:1.75em;line-height:1.05;letter-spacing:.01em}
.urgency .title{margin-left:auto;text-align:right;font-size:1.05em;font-weight:600}
.shape{width:11mm;height:11mm;flex:none}
dl{display:grid;grid-template-columns:27mm 1fr;gap:.5mm 2mm;margin:0 0 1.5mm}
dt{color:#333}dd{margin:0;font-weight:600}
dd .line{width:100%}
h2{font-size:1em;margin:1.5mm 0 .6mm}
ul{margin:0;padding-left:5mm}li{margin:0;font-weight:600}
.done li{font-weight:400}
.many{columns:2;column-gap:6mm}
.withheld{border:.4mm solid #000;padding:.8mm 2mm;margin:1.5mm 0;font-weight:600}
.signed{display:flex;justify-content:space-between;align-items:flex-end;gap:4mm;margin-top:1mm}
.way{flex:1}.way p{margin:0}
.signature{width:40mm;flex:none;text-align:center}
.signature i{display:block;height:9mm;border-bottom:.25mm solid #000}
.answer{border-top:.5mm dashed #000;margin-top:2mm;padding-top:1.5mm}
.answer h2{margin-top:0}
.answer .ruled{height:5.8mm}
.answer .box{width:3.6mm;height:3.6mm;margin-left:2mm}
)css";

constexpr std::size_t kReasonsInOneColumn = 5;

std::string first_line(Urgency urgency) {
    return element("div", "urgency",
                   std::string(urgency_shape(urgency)) +
                       element("b", "", text(urgency_words(urgency))) +
                       element("span", "title", text(tr("Referral letter"))));
}

// A NIK has no place on a letter that anybody may open; a telephone number has.
std::string words_or_line(const std::string& words) {
    return words.empty() ? line() : text(masked(words, kNikDigits));
}

std::string fact(const char* name, const std::string& html) {
    return element("dt", "", text(name)) + element("dd", "", html);
}

std::string with_age(const Referral& referral) {
    std::string words = masked(referral.patient, kNikDigits);
    if (referral.birth_date) {
        words += ", " + age_words(*referral.birth_date, referral.raised_on);
    }
    return text(words);
}

std::string place(const Referral& referral) {
    std::string words = referral.address;
    if (!referral.rt.empty() || !referral.rw.empty()) {
        if (!words.empty()) words += ", ";
        words += "RT " + referral.rt + " / RW " + referral.rw;
    }
    return words_or_line(words);
}

std::string moment(const Referral& referral) {
    std::string words = words::long_date(referral.raised_on);
    if (!referral.raised_at.empty()) words += ", " + tr("at {0}", {referral.raised_at});
    return text(words);
}

std::string sender(const Referral& referral, const Letterhead& head) {
    std::string words = head.unit;
    if (!referral.cadre.empty()) words += ", " + tr("cadre {0}", {referral.cadre});
    if (!referral.cadre_phone.empty()) words += " (" + referral.cadre_phone + ")";
    return text(words);
}

std::string who_and_where(const Referral& referral, const Letterhead& head) {
    std::string facts = fact(tr("To"), words_or_line(referral.to));
    facts += fact(tr("From"), sender(referral, head));
    facts += fact(tr("Name and age"), with_age(referral));
    if (!referral.mother.empty()) {
        facts += fact(tr("Mother's name"), words_or_line(referral.mother));
    }
    facts += fact(tr("Address"), place(referral));
    facts += fact(tr("Referred on"), moment(referral));
    return element("dl", "", facts);
}

std::string list(const std::vector<std::string>& items, const char* kind) {
    std::string made;
    for (const std::string& item : items) {
        made += element("li", "", text(masked(item, kNikDigits)));
    }
    return element("ul", kind, made);
}

std::string why(const Referral& referral) {
    std::vector<std::string> reasons = reason_words(referral.reasons);
    if (!referral.other_reason.empty()) reasons.push_back(referral.other_reason);
    const bool many = reasons.size() > kReasonsInOneColumn;
    return element("h2", "", text(tr("Signs seen or told"))) + list(reasons, many ? "many" : "");
}

std::string what_was_done(const Referral& referral) {
    std::string made;
    if (!referral.done.empty()) {
        made += element("h2", "", text(tr("Done already"))) + list(referral.done, "done");
    }
    if (referral.massage_withheld) {
        made += element("p", "withheld",
                        text(tr("No oxytocin massage was given because of these signs.")));
    }
    return made;
}

std::string signature(const char* who, const std::string& name) {
    return element("div", "signature", text(who) + "<i></i>" + text(name));
}

// Beside them the cadre signs.
std::string the_way(const Referral& referral) {
    std::string told = referral.told_whom;
    if (!told.empty() && !referral.told_at.empty()) told += ", " + referral.told_at;
    const std::string facts = fact(tr("Travels by"), words_or_line(referral.transport)) +
                              fact(tr("Goes with"), words_or_line(referral.companion)) +
                              fact(tr("Told already"), words_or_line(told));
    const std::string note =
        element("p", "small", text(tr("Bring the mother and child handbook.")));
    return element("div", "signed",
                   element("div", "way", element("dl", "", facts) + note) +
                       signature(tr("Cadre"), referral.cadre));
}

std::string choice(const char* words) {
    return box() + " " + text(words) + " ";
}

std::string answer(int lines_to_write) {
    const std::string outcome =
        choice(tr("went home")) + choice(tr("admitted")) + choice(tr("referred on to")) + line();
    std::string made = element("h2", "", text(tr("Answer of the receiving officer")));
    made += element("p", "small", text(tr("Please fill in and give back to the family.")));
    made += element(
        "p", "",
        text(tr("Examined on")) + " " + line() + " " + text(tr("at (time)")) + " " + line());
    made += element("p", "", text(tr("Outcome:")) + outcome);
    made += element("p", "small", text(tr("Message for the cadre:"))) + lines(lines_to_write);
    made += element("div", "signed",
                    element("span", "", text(tr("Check again on")) + " " + line()) +
                        signature(tr("Name and signature"), ""));
    return element("section", "answer", made);
}

struct Reason {
    int rank = 0;  // more urgent is lower
    std::string words;
};

Reason reason_of(const std::string& code) {
    const forms::Form* form = forms::FormSet::builtin().find("referral");
    const forms::Question* question = form == nullptr ? nullptr : form->find("reasons");
    const care::DangerSign* sign = care::find_danger_sign(code);
    Reason reason{sign == nullptr ? 3 : 2 - static_cast<int>(sign->urgency), code};
    const forms::Choice* named = question == nullptr ? nullptr : form->find_choice(*question, code);
    if (named != nullptr) {
        reason.words = named->label.in(words::code());
    } else if (sign != nullptr) {
        reason.words = words::code() == "id" ? sign->label_id : sign->label_en;
    }
    return reason;
}

bool is_private(const std::string& code) {
    const care::DangerSign* sign = care::find_danger_sign(code);
    return sign != nullptr && sign->is_private;
}

}  // namespace

std::string urgency_words(Urgency urgency) {
    switch (urgency) {
        case Urgency::RedNow:
            return tr("AT ONCE, RIGHT NOW");
        case Urgency::RedToday:
            return tr("TODAY");
        case Urgency::Yellow:
            return tr("WITHIN 24 HOURS");
    }
    return "";
}

std::string age_words(base::Date birth, base::Date on) {
    const int days = base::days_between(birth, on);
    if (days < 0) return tr("not born yet");
    const int months = base::age_months(birth, on);
    if (months < 2) return tr("{0} days old", {std::to_string(days)});
    if (months < 24) return tr("{0} months old", {std::to_string(months)});
    return tr("{0} years old", {std::to_string(months / 12)});
}

std::vector<std::string> reason_words(const std::vector<std::string>& codes) {
    std::vector<Reason> reasons;
    bool has_private = false;
    for (const std::string& code : codes) {
        if (is_private(code)) {
            has_private = true;
        } else {
            reasons.push_back(reason_of(code));
        }
    }
    std::stable_sort(reasons.begin(), reasons.end(),
                     [](const Reason& a, const Reason& b) { return a.rank < b.rank; });
    std::vector<std::string> words;
    for (Reason& reason : reasons) words.push_back(std::move(reason.words));
    if (has_private) words.emplace_back(tr("Something else, told to the midwife in person"));
    return words;
}

std::string referral_letter(const Referral& referral, const Letterhead& head) {
    std::string body = first_line(referral.urgency);
    body += who_and_where(referral, head) + why(referral) + what_was_done(referral);
    body += the_way(referral);
    const bool is_short = referral.reasons.size() + referral.done.size() <= kReasonsInOneColumn;
    body += answer(is_short ? 4 : 2);
    return html({Size::A5, tr("Referral letter"), kStyleOfLetter, body}, head);
}

}  // namespace paper
