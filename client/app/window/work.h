// One user's opened store and all that the screens' ports need of it. Made at sign-in on another
// thread, then used by the window's thread; `back` is the back room's own connection.
#pragma once

#include "client/app/keeping/store_hold.h"
#include "client/app/practice/practice.h"
#include "client/app/recording/recorder.h"
#include "client/app/window/books/family_pages.h"
#include "client/app/window/post/outbox_now.h"
#include "client/app/workplace.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/forms/form_set.h"

#include <memory>
#include <string>
#include <vector>

namespace client_app {

struct Work {
    std::unique_ptr<StoreHold> hold;  // goes last: no second window until all is closed
    StoreFile file;
    std::unique_ptr<store::Store> store;  // the window's
    std::unique_ptr<store::Store> back;   // the back room's
    store::Identity identity;
    forms::FormSet forms;
    forms::FormSet back_forms;  // the same, for the back room alone
    base::Zone zone;
    std::vector<FamilyPage> pages;  // the names, read before the first page is shown
    OutboxNow outbox;               // what waits, counted before it too
    std::unique_ptr<Recorder> recorder;

    std::vector<forms::FormSet> superseded;  // a page may still hold one of their forms

    // Forms that came by a sync are in force at once; a draft still finds the version that it was
    // begun with. The back room is given them as its next errand.
    base::Status take_new_forms();
    base::Date today(const base::Clock& clock) const { return base::date_in(clock.now(), zone); }
};

struct WorkOpening {
    std::unique_ptr<Work> work;  // nullptr: the PIN was wrong, or came too soon
    int wait_s = 0;
    bool is_elsewhere = false;  // open in another window
};
// `clock` and `random` must outlive the work.
base::Result<WorkOpening> open_work(const StoreFile& file, const std::string& pin,
                                    const base::Clock& clock, base::Random& random);
// The practice store, which asks no PIN.
base::Result<WorkOpening> open_practice_work(const std::string& data, const base::Clock& clock,
                                             base::Random& random, PracticeStart start);

}  // namespace client_app
