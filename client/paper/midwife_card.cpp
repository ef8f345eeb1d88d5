#include "client/paper/midwife_card.h"

#include "client/qr/links.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"
#include "shared/qr/qr.h"

#include <optional>

namespace paper {

namespace {

using words::tr;

constexpr const char* kStyleOfCard = R"css(
.who{font-size:1.5em;font-weight:600;margin:4mm 0 0}
.phone{font-size:3.3em;font-weight:700;letter-spacing:.01em;line-height:1.2;margin:1mm 0 4mm;
 white-space:nowrap}
.message{border:.5mm solid #000;padding:4mm;font-size:1.25em;white-space:pre-line}
.codes{display:flex;gap:4mm;margin-top:4mm;align-items:flex-start}
.codes figure{margin:0;width:72mm;text-align:center}
.codes figure:first-child{width:34mm}
.codes svg{width:100%;aspect-ratio:1}
figcaption{font-weight:600}
)css";

std::string figure(const std::optional<std::string>& link, const char* caption) {
    const std::string drawing = link ? qr_drawing(*link) : "";
    if (drawing.empty()) return "";
    return element("figure", "", drawing + element("figcaption", "", text(caption)));
}

std::string codes(const MidwifeCard& card) {
    std::string figures = figure(qr::call_link(card.phone), tr("Call"));
    if (!card.message.empty()) {
        figures += figure(qr::sms_link(card.phone, card.message), tr("Send an SMS"));
        figures += figure(qr::whatsapp_link(card.phone, card.message), tr("Send by WhatsApp"));
    }
    if (figures.empty()) return "";
    return element("p", "small", text(tr("Point your phone's camera at a code:"))) +
           element("div", "codes", figures);
}

// One path of one-module squares; crisp at any size.
std::string path_of(const qr::Square& square) {
    std::string path;
    for (int y = 0; y < square.side; ++y) {
        for (int x = 0; x < square.side; ++x) {
            if (!square.is_dark(x, y)) continue;
            path += "M" + std::to_string(x + qr::kQuietZone) + " " +
                    std::to_string(y + qr::kQuietZone) + "h1v1h-1z";
        }
    }
    return path;
}

// Who is only watched goes nowhere yet: the midwife is asked to look.
std::string called_for(const Referral& referral, const std::string& patient) {
    const std::string urgency = urgency_words(referral.urgency);
    if (referral.urgency == care::Urgency::Yellow) {
        return tr("{0}: please look at {1}.", {urgency, patient});
    }
    return tr("{0}: I am referring {1}.", {urgency, patient});
}

}  // namespace

std::string qr_drawing(const std::string& link) {
    const auto square = qr::encode(link);
    if (!square.ok()) return "";
    const std::string side = std::to_string(square.value().side + 2 * qr::kQuietZone);
    return "<svg viewBox=\"0 0 " + side + " " + side +
           "\" shape-rendering=\"crispEdges\" role=\"img\"><path fill=\"#fff\" d=\"M0 0h" + side +
           "v" + side + "h-" + side + "z\"/><path d=\"" + path_of(square.value()) + "\"/></svg>";
}

std::string referral_message(const Referral& referral, const std::string& unit) {
    std::string patient = referral.patient;
    if (referral.birth_date) {
        patient += ", " + age_words(*referral.birth_date, referral.raised_on);
    }
    std::vector<std::string> signs = reason_words(referral.reasons);
    if (!referral.other_reason.empty()) signs.push_back(referral.other_reason);
    std::vector<std::string> sentences = {
        tr("Midwife, this is {0}, cadre of {1}.", {referral.cadre, unit}),
        called_for(referral, patient)};
    if (!signs.empty()) sentences.push_back(tr("Signs: {0}.", {base::joined(signs, "; ")}));
    if (!referral.address.empty()) sentences.push_back(tr("Address: {0}.", {referral.address}));
    if (!referral.transport.empty())
        sentences.push_back(tr("On the way by {0}.", {referral.transport}));
    sentences.emplace_back(tr("Please answer."));
    return masked(base::joined(sentences, " "), kNikDigits);
}

std::string midwife_card(const MidwifeCard& card, const Letterhead& head) {
    std::string body = element("h1", "", text(tr("Call the midwife")));
    std::string who = card.name;
    if (!card.place.empty()) who += " – " + card.place;
    body += element("p", "who", text(who));
    body += element("p", "phone", card.phone.empty() ? line() : text(qr::grouped(card.phone)));
    if (!card.message.empty()) {
        body += element("p", "small", text(tr("Read this out, or send it as a message:")));
        body += element("p", "message", text(masked(card.message, kNikDigits)));
    }
    body += codes(card);
    return html({Size::A4, tr("Call the midwife"), kStyleOfCard, body}, head);
}

}  // namespace paper
