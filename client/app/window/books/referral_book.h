// The referrals of the opened store and the midwife's number. Lists are read in the back room and
// taken over whole; the midwife's own list of mothers only once somebody has asked for it.
#pragma once

#include "client/app/window/back_room.h"
#include "client/app/window/work.h"
#include "client/screens/ports/referrals.h"

#include <set>
#include <string>
#include <vector>

namespace client_app {

class ReferralBook final : public screens::Referrals {
public:
    ReferralBook(const base::Clock& clock, BackRoom& back_room)
        : clock_(clock), back_room_(back_room) {}

    void open(Work& work);
    void close();
    void read_again();  // after a sync, a save or another number of the midwife

    const std::vector<screens::ReferralRow>& all() override { return all_; }
    const std::vector<screens::MotherRow>& mothers() override;
    std::int64_t referrals_version() override { return version_; }
    bool is_seen(const std::string& referral, const std::string& outcome) override;
    base::Status mark_seen(const std::string& referral, const std::string& outcome) override;
    screens::Midwife midwife() override { return midwife_; }
    base::Status keep_midwife(const screens::Midwife& midwife) override;

private:
    void read_midwife();

    const base::Clock& clock_;
    BackRoom& back_room_;
    Work* work_ = nullptr;
    std::vector<screens::ReferralRow> all_;
    std::vector<screens::MotherRow> mothers_;
    bool wants_mothers_ = false;
    std::set<std::string> seen_;  // "id outcome"
    screens::Midwife midwife_;
    std::int64_t version_ = 0;
    std::int64_t opened_ = 0;  // which opening a handover belongs to
};

// Newest first. One whose person has not arrived has no name, and is there all the same.
base::Result<std::vector<screens::ReferralRow>> read_referrals(store::Store& store);
// Sorted by name; those alive.
base::Result<std::vector<screens::MotherRow>> read_mothers(store::Store& store, base::Date today);

}  // namespace client_app
