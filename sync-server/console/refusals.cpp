#include "sync-server/console/refusals.h"

#include "shared/base/log.h"
#include "sync-server/console/records/record_words.h"
#include "sync-server/console/words/words.h"

#include <array>

namespace console {

namespace {

constexpr std::array kKnown = {
    later("there is a user of that name already"),
    later("the name is longer than 200 characters"),
    later("a user needs a name"),
    later("this user is disabled"),
    later("that posyandu is this user's already"),
    later("that posyandu is not this user's"),
    later("nobody changes her own role"),
    later("nobody shuts herself out"),
    later("a posyandu needs a code, a name and a village"),
    later("there is a posyandu with this code already"),
    later("a revocation needs a reason"),
    later("this laptop is revoked already"),
    later("this laptop's user is disabled, or the laptop is revoked: no answer is given"),
    later("an erasure needs a reason"),
    later("this record is erased already"),
    later("the reason and the values must be UTF-8 text"),
    later("the reason is longer than 1,000 characters"),
    later("the name must be UTF-8 text"),
    later("a posyandu's names are texts of at most 200 characters"),
    // Joining, and taking it back.
    later("this needs a reason"),
    later("somebody has changed this since the page was drawn; look at it again"),
    later("that merge was undone already"),
    later("there is nothing to decide again: what was written since says the same, or waits as a "
          "conflict of its own"),
    later("they have gone to another health centre"),
    later("one of them is moving to another health centre: finish or cancel that first"),
    later("these two are not joined any more"),
    later("only what was recorded of the kept one since can go with the other"),
    later("that is one and the same record"),
    later("only two persons, two households or two births are joined"),
    later("that would be a chain of too many joined records"),
    later("one of them was joined with another already"),
    later("one of them was withdrawn"),
    later("they are of different posyandu: move one first"),
    later("one is the other's mother"),
    later("one is an infant and the other is not"),
    later("one is a girl and the other a boy"),
    later("they were born together: twins look alike"),
    later("one cadre wrote both down, of one mother and one day: they may be twins"),
    later("two births of that day stand behind them: join the births first"),
    later("they are of different mothers: join these first"),
    later("not as many children were born"),
    later("they were not on the same day"),
    later("one of them has gone to another health centre"),
    // Moving, between two posyandu and between two health centres.
    later("it is of that unit already"),
    later("this record was joined with another; move that one"),
    later("the household that she moves into is not one of that unit"),
    later("only a person moves into a household"),
    later("only a household or a person can move"),
    later("no such person or household is here"),
    later("this family has gone to another health centre"),
    later("that day is yet to come"),
    later("say to which health centre they go"),
    later("the health centre's name is too long"),
    later("that is this health centre itself: move them to another posyandu"),
    later("they are moving out already: cancel that first"),
    later("this move was closed with that receipt before"),
    later("this move was cancelled here, but the other health centre has taken them: write a new "
          "file for it, or let it give them back"),
    later("this move is not closed: nothing follows it yet"),
    later("a further file waits for its receipt: cancel it first"),
    later("nothing came since: the other health centre has it all"),
    later("no move waits for this receipt; compare its letters with the other centre"),
    later("this move was cancelled before"),
    later("this file has arrived; it cannot go back"),
    later("this is not a file of a family that moves"),
    later("the file was written by a newer program; update this server first"),
    later("only a part of the file is there; copy it again from the other health centre"),
    later("the file was changed or damaged on the way; nothing of it was taken, copy it again "
          "from the other health centre"),
    later("this is not a code of 24 letters, or one of them is wrong; compare it with what the "
          "other health centre wrote down"),
    later("the code belongs to another file; ask the other health centre for the code of this "
          "one"),
    later("this is more than one file carries: move a part of it"),
    later("this file was written here: to keep the family, cancel the move"),
    later("this file comes after another one, which is to be taken first"),
    later("choose the posyandu that they come to"),
    later("the file names another health centre than this one; look at the name, and say so if it "
          "is for us"),
    later("everybody in this file was erased here, and stays so"),
    // Conflicts and waiting changes.
    later("this line cannot be read as a record, so it can only be rejected"),
    later("what waits for this record is not of one known type; reject what is not"),
    later("records are joined on the page of duplicates, nowhere else"),
    later("say what is to be corrected"),
    // Figures.
    later("others are having figures counted; try again in a minute"),
    // Lists.
    later("everybody in this table is written down already"),
    later("other records arrived since the preview; look at it again"),
    later("this very file was brought in before"),
    later("this was taken back before"),
    // Months.
    later("the month has not begun"),
    later("another version of this program is counting the month; try again later"),
};

}  // namespace

bool is_refusal(const base::Error& error) {
    return error.code == base::ErrorCode::Refused || error.code == base::ErrorCode::Usage;
}

std::string in_words(const base::Error& error) {
    for (const char* known : kKnown) {
        if (error.message == known) return tr(known);
    }
    if (error.message.starts_with("say which column is ")) {
        return tr("Choose a column for everything that is needed, then look again.");
    }
    base::log::warn("refused, and no page has words for it: " + error.message);
    return tr("The rules do not allow this. Look at what you filled in, then try again.");
}

std::string in_words_of_form(const Visit& visit, std::string_view type, const base::Error& error) {
    const auto colon = error.message.find(": ");
    const forms::Form* const form = visit.forms.find(type);
    if (colon == std::string::npos || form == nullptr) return in_words(error);
    const std::string field = error.message.substr(0, colon);
    if (form->find(field) == nullptr) return in_words(error);
    return field_words(visit, type, field) + ": " + error.message.substr(colon + 2);
}

}  // namespace console
