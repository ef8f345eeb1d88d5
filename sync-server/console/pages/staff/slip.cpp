#include "sync-server/console/pages/staff/slip.h"

#include "shared/qr/qr.h"
#include "sync-server/console/pages/staff/role_words.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/words/words.h"

namespace console {

using html::all;
using html::tag;

namespace {

// Each dark module is a little square of one path.
Html drawn(const qr::Square& square) {
    std::string path;
    for (int row = 0; row < square.side; ++row) {
        for (int column = 0; column < square.side; ++column) {
            if (!square.is_dark(column, row)) continue;
            path += "M" + std::to_string(column + qr::kQuietZone) + " " +
                    std::to_string(row + qr::kQuietZone) + "h1v1h-1z";
        }
    }
    const std::string side = std::to_string(square.side + 2 * qr::kQuietZone);
    return tag("svg",
               {{"class", "qr"},
                {"viewBox", "0 0 " + side + " " + side},
                {"role", "img"},
                {"aria-label", tr("The code as a picture")}},
               tag("path", {{"d", path}}));
}

std::string how_to(const server_store::User& user) {
    if (user.role == "KADER") {
        return tr(
            "Open Kawan ASI on the laptop and type address and code there. A phone that reads "
            "the picture shows the same as text.");
    }
    return tr(
        "In a browser open this address, choose \"First time here\" and type the code. A "
        "midwife's laptop is enrolled with a code of its own.");
}

}  // namespace

Reply slip_page(const Visit& visit, const server_store::User& user, const staff::Slip& slip) {
    const auto slash = slip.code.rfind('/');
    const std::string address = slip.code.substr(0, slash);
    const auto square = qr::encode(slip.code);
    const Html paper = tag(
        "section", {{"class", "card slip"}, {"aria-label", tr("Slip")}},
        tag("p", {{"class", "lead"}}, html::name(visit.centre.name)),
        facts({{tr("Name"), html::name(user.name)},
               {tr("Role"), role_word(user.role)},
               {tr("Address"), tag("span", {{"class", "code"}},
                                   user.role == "KADER" ? address : "https://" + address)},
               {tr("Code"), tag("span", {{"class", "code large"}}, slip.code.substr(slash + 1))},
               {tr("Counts until"), time_text(visit, slip.expires_at)}}),
        square.ok() ? drawn(square.value()) : Html(), paragraph(how_to(user)),
        paragraph(tr("The code works once. Who has it can sign in in this name: hand it over in "
                     "person, and tear it up afterwards.")));
    const Html content =
        all(tag("div", {{"class", "screen-only"}},
                note(Tone::Warn, tr("This code is shown only now. Print the page (Ctrl+P) or copy "
                                    "the code before you go on."))),
            paper,
            tag("p", {{"class", "screen-only"}},
                button_link("/users/" + user.id.text(), tr("Go on"), Button::Main)));
    return page(visit, tr("Slip for {0}", {user.name}), content);
}

}  // namespace console
