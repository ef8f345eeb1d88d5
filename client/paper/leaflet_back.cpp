#include "client/paper/leaflet_back.h"

#include "client/paper/about_massage.h"
#include "client/paper/html.h"
#include "client/paper/midwife_card.h"
#include "client/paper/referral_letter.h"
#include "client/paper/urgency_shape.h"
#include "client/qr/links.h"
#include "client/ui/words/words.h"

#include <algorithm>
#include <array>

namespace paper {

namespace {

using care::Subject;
using care::Urgency;
using words::later;
using words::tr;

// Of the signs for today, those a family sees without being asked. What is told in private only is
// on no paper.
constexpr std::array<std::string_view, 11> kForToday = {"MDS11", "MDS12", "MDS15", "MDS18",
                                                        "MDS22", "MDS24", "IDS09", "IDS11",
                                                        "IDS12", "IDS13", "IDS15"};

// DOMAIN 2.4 in a family's words: what puts the massage off.
constexpr std::array<const char*, 8> kWait = {
    later("She does not want it, or is uneasy with touch"),
    later("Less than 2 hours after the birth"),
    later("Wound, bruise, rash or infection on the back"),
    later("Severe back pain, or a spine that was injured or operated on"),
    later("Fever or a contagious illness, hers or of whoever massages"),
    later("A blood clot earlier, or medicine that thins the blood"),
    later("After a caesarean or an injection in the back: ask the midwife how"),
    later("High blood pressure, allergies, pregnant again: ask the midwife first"),
};

bool stands_here(const care::DangerSign& sign, Subject subject, Urgency urgency) {
    if (sign.is_private || sign.subject != subject || sign.urgency != urgency) return false;
    return urgency == Urgency::RedNow ||
           std::find(kForToday.begin(), kForToday.end(), sign.code) != kForToday.end();
}

std::string signs(Subject subject, Urgency urgency) {
    const bool is_english = words::language() == words::Language::English;
    std::string items;
    for (const care::DangerSign& sign : care::danger_signs()) {
        if (!stands_here(sign, subject, urgency)) continue;
        items += element("li", "", text(is_english ? sign.label_en : sign.label_id));
    }
    return element("h3", "", std::string(urgency_shape(urgency)) + text(urgency_words(urgency))) +
           element("ul", "", items);
}

std::string column(const char* title, Subject subject) {
    return element("div", "",
                   element("h2", "", text(title)) + signs(subject, Urgency::RedNow) +
                       signs(subject, Urgency::RedToday));
}

std::string alarm() {
    const std::string words =
        element("h1", "", text(tr("Do not massage now. Call the midwife."))) +
        element("p", "",
                text(tr("One sign is enough. Do not wait. Keep the baby warm and close.")));
    return element("div", "alarm",
                   std::string(urgency_shape(Urgency::RedNow)) + element("div", "", words));
}

std::string call_box(const std::string& midwife, const std::string& phone) {
    const auto link = qr::call_link(phone);
    const std::string name = midwife.empty() ? line() : text(midwife);
    const std::string number = phone.empty() ? line() : text(qr::grouped(phone));
    return element("div", "call",
                   element("div", "",
                           element("p", "", text(tr("Our midwife:")) + " <b>" + name + "</b>") +
                               element("p", "number", number)) +
                       (link ? qr_drawing(*link) : ""));
}

std::string waiting() {
    std::string items;
    for (const char* each : kWait) items += element("li", "", text(tr(each)));
    return element("h2", "", text(tr("Not today, or ask first"))) + element("ul", "wait", items);
}

std::string about() {
    std::string made;
    for (const AboutMassage& part : about_massage()) {
        if (!part.is_for_family) continue;
        made += element(
            "p", "",
            element("b", "", text(std::string(tr(part.title)) + ".")) + " " + text(tr(part.text)));
    }
    return element("div", "about", made);
}

}  // namespace

std::string leaflet_back(const std::string& midwife, const std::string& phone) {
    return element("section", "side",
                   alarm() +
                       element("div", "signs",
                               column(tr("The mother"), Subject::Mother) +
                                   column(tr("The baby"), Subject::Infant)) +
                       call_box(midwife, phone) + waiting() + about());
}

}  // namespace paper
