#include "client/screens/sign_in/closed_words.h"

#include "client/ui/words/words.h"

namespace screens {

using words::tr;

std::string what_happened(const Closed& closed) {
    const std::string count = std::to_string(closed.received);
    switch (closed.state) {
        case Closed::State::Erasing:
            return tr("The data on this laptop is being removed.");
        case Closed::State::Failed:
            return tr(
                "The data on this laptop could not be removed yet. Close the program and open it "
                "again, or call the coordinator.");
        case Closed::State::Erased:
            break;
    }
    return tr(
        "The health centre has received all records ({0}). The data on this laptop has been "
        "removed.",
        {count});
}

std::vector<std::string> remarks_on(const Closed& closed) {
    std::vector<std::string> remarks;
    if (closed.has_proof) {
        remarks.push_back(
            tr("Your proof of sending stays on this laptop. It names no mother and no baby."));
    }
    if (closed.is_copy_left) {
        remarks.push_back(
            tr("The stick with your second copy was not plugged in. Bring it to the health "
               "centre."));
    }
    if (closed.state == Closed::State::Erased) {
        remarks.push_back(tr("Questions? Speak to the coordinator of your health centre."));
    }
    return remarks;
}

}  // namespace screens
