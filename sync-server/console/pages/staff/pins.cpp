#include "sync-server/console/pages/staff/pins.h"

#include "sync-server/accept/staff/rescue.h"
#include "sync-server/console/parts.h"
#include "sync-server/console/refusals.h"
#include "sync-server/console/words/words.h"

namespace console {

using base::Error;
using base::ErrorCode;
using html::all;
using html::tag;

namespace {

// Whoever reads the answer aloud must see all of it: five lines, each two on a phone.
constexpr int kLinesOnAPhone = 12;

Reply ask_page(const Visit& visit, const std::string& problem) {
    const Html content = all(
        paragraph(
            tr("A user who forgot her PIN opens \"Forgotten your PIN?\" on her laptop. It shows a "
               "request, as text and as a file. Bring it here; the answer opens that laptop "
               "once, and she chooses a new PIN.")),
        note(Tone::Warn, tr("Be sure that it is she who asks: see her, or call the number that you "
                            "know. The answer opens everything on her laptop.")),
        form(visit, "/pin",
             all(area({.name = "request-text",
                       .label = tr("The request, copied"),
                       .problem = problem,
                       .is_required = false,
                       .characters_max = 4000},
                      6),
                 file_field({.name = "file", .label = tr("or as a file"), .is_required = false},
                            ".txt"),
                 submit(tr("Make the answer"))),
             true));
    return page(visit, tr("Forgotten PIN"), content, problem.empty() ? 200 : 422);
}

Answer ask(const Visit& visit) {
    return ask_page(visit, "");
}

Answer answer(const Visit& visit) {
    const PostedFile* file = visit.posted.file("file");
    const std::string request =
        file != nullptr && !file->bytes.empty() ? file->bytes : visit.value("request-text");
    if (request.empty()) return ask_page(visit, tr("There is no request yet."));
    Result<staff::Rescue> rescue = Error{ErrorCode::Malformed, ""};
    TRY(visit.write([&](const accept::Desk& desk) -> Status {
        rescue = staff::rescue_pin(desk, request, visit.who.id.text());
        return base::Done{};
    }));
    if (!rescue.ok()) {
        const Error& error = rescue.error();
        if (error.code == ErrorCode::Refused) return ask_page(visit, in_words(error));
        if (error.code != ErrorCode::Malformed && error.code != ErrorCode::NotFound &&
            error.code != ErrorCode::Usage) {
            return error;
        }
        return ask_page(visit, tr("This is no whole request of a laptop that is enrolled here. "
                                  "Copy all of it, or bring the file."));
    }
    const staff::Rescue& made = rescue.value();
    return page(
        visit, tr("Answer for {0}", {made.user}),
        all(facts(
                {{tr("User"), html::name(made.user)},
                 {tr("Compare: her screen shows"), tag("strong", {{"class", "code"}}, made.code)}}),
            note(Tone::Warn, tr("Read these signs to her. If her screen shows others, somebody "
                                "changed the request: give no answer.")),
            area({.name = "answer",
                  .label = tr("The answer, for her laptop"),
                  .value = made.answer,
                  .characters_max = 4000},
                 kLinesOnAPhone),
            paragraph(tr("It is shown only now. Copy it, or print this page.")),
            tag("p", {{"class", "screen-only"}}, button_link("/pin", tr("Go on")))));
}

}  // namespace

Routes pin_routes() {
    return {{"GET", "/pin", Action::ResetPins, ask}, {"POST", "/pin", Action::ResetPins, answer}};
}

}  // namespace console
