// Practice mode ("Mode uji coba: tidak dikirim"): a store of its own in the laptop's folder, with a
// small invented village, that can never send.
//
// Its identity has no server, no token and no keys (store/practice_mark.h tells it by that), so
// syncing, courier, copying and enrolment refuse it. It needs no PIN: nothing in it is real. The
// file is "practice.kawan" without a key file, and never among store_files().
#pragma once

#include "client/app/workplace.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"

#include <memory>
#include <string>

namespace client_app {

struct Practice {
    StoreFile file;  // for open_again() and close_store(), as with any store
    std::unique_ptr<store::Store> store;
};

enum class PracticeStart {
    GoOn,  // what was tried out last time is still there
    Anew,  // wiped, and the village as it is on the first day
};
// Makes it where there is none, or none that can be read. The village's days are counted back from
// today, so an old one is better begun anew. Refused: another window is in practice mode.
Result<Practice> open_practice(const std::string& data, const base::Clock& clock,
                               base::Random& random, PracticeStart start = PracticeStart::GoOn,
                               const std::string& zone = "Asia/Jakarta");

}  // namespace client_app
