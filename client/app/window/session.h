// Who sits before the window: opens her store by PIN on another thread, and hands it to the others.
#pragma once

#include "client/app/keeping/erasing.h"
#include "client/app/window/access_desk.h"
#include "client/app/window/agenda.h"
#include "client/app/window/books/birth_book.h"
#include "client/app/window/books/family_book.h"
#include "client/app/window/books/record_book.h"
#include "client/app/window/books/referral_book.h"
#include "client/app/window/books/register_book.h"
#include "client/app/window/books/training_book.h"
#include "client/app/window/keeping_desk.h"
#include "client/app/window/post/courier_desk.h"
#include "client/app/window/post/post.h"
#include "client/app/window/printer.h"
#include "client/app/window/settings_desk.h"
#include "client/guide/loudspeaker.h"
#include "client/screens/ports/ports.h"

#include <future>
#include <memory>
#include <string>
#include <vector>

namespace client_app {

// The window's whole application: all ports over one data folder.
class Session final : public screens::Session {
public:
    // `ring` wakes the window from another thread.
    Session(std::string data, const base::Clock& clock, std::function<void()> ring);
    ~Session() override;

    screens::Ports ports();
    // Once a frame, first: takes what other threads have ready. Seconds until it wants to be
    // called again by itself; negative: never.
    double tick();

    std::vector<screens::LocalUser> users() override;
    void unlock(const std::string& user, const std::string& pin) override;
    screens::Unlocking unlocking() override;
    void practise(bool anew) override;
    screens::Me me() override;
    base::Zone zone() override;
    void lock() override;
    std::optional<screens::Closed> closed() override { return closed_; }
    void closed_was_read() override { closed_.reset(); }

private:
    using Opened = base::Result<WorkOpening>;
    void wire();
    void begin_opening(std::function<Opened()> open);
    void take_opening();
    void open_pages();
    void permission_closed();
    void show_erased(const base::Result<Erased>& erased);

    std::string data_;
    const base::Clock& clock_;
    std::function<void()> ring_;
    base::SystemRandom random_;
    BackRoom back_room_;
    FamilyBook families_;
    AgendaBook agenda_;
    RecordBook records_;
    Post post_;
    Printer printer_;
    ReferralBook referrals_;
    BirthBook births_;
    RegisterBook register_;
    TrainingBook trainings_;
    guide::Loudspeaker speaker_;
    CourierDesk courier_;
    SettingsDesk settings_;
    AccessDesk access_;
    KeepingDesk keeping_;
    std::unique_ptr<Work> work_;
    screens::Unlocking unlocking_;
    std::optional<screens::Closed> closed_;
    std::future<Opened> opening_;
};

}  // namespace client_app
