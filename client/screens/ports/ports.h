// What the screens need from the application, and nothing of how it is done: no SQL, no network,
// no threads. The application implements these; tests have their own in memory.
//
// All are called by the window's thread and come back at once: what takes longer is begun here
// (Session::unlock, Sync::start) and asked about again in a later frame.
#pragma once

#include "client/guide/speaker.h"
#include "client/screens/ports/access.h"
#include "client/screens/ports/agenda.h"
#include "client/screens/ports/births.h"
#include "client/screens/ports/courier.h"
#include "client/screens/ports/families.h"
#include "client/screens/ports/keeping.h"
#include "client/screens/ports/outreach.h"
#include "client/screens/ports/printing.h"
#include "client/screens/ports/records.h"
#include "client/screens/ports/referrals.h"
#include "client/screens/ports/register.h"
#include "client/screens/ports/session.h"
#include "client/screens/ports/settings.h"
#include "client/screens/ports/sync.h"
#include "client/screens/ports/training.h"
#include "shared/base/clock.h"

namespace screens {

// Everything together, as the shell is given it.
struct Ports {
    Session& session;
    Families& families;
    Records& records;
    Sync& sync;
    Courier& courier;
    Agenda& agenda;
    Settings& settings;
    Access& access;
    Keeping& keeping;
    Printing& printing;
    Referrals& referrals;
    Births& births;
    Outreach& outreach;
    Register& register_month;
    TrainingRecords& trainings;
    guide::Speaker& speaker;  // of the massage guide
    const base::Clock& clock;

    base::Zone zone() const { return session.zone(); }
    Date today() const { return base::date_in(clock.now(), zone()); }
};

}  // namespace screens
