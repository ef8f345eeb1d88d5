// What was left unsaved, by a crash or put aside: offered again on the pages where a day begins. A
// check with a danger sign in it stands first and says so: nobody else knows of it yet.
#pragma once

#include "client/screens/danger/alarms.h"
#include "client/screens/frame/ways.h"

#include <map>
#include <string>
#include <vector>

namespace screens {

class KeptDrafts {
public:
    explicit KeptDrafts(const Ports& ports) : ports_(ports) { read(); }

    void read();  // after something was saved, not in every frame
    const std::vector<Draft>& all() const { return drafts_; }
    std::string title(const Draft& draft) const;  // "Kunjungan · Agus Prasetyo, ditulis kemarin"
    // Of the signs in it that wait for a referral, the most urgent first.
    const std::vector<Alarm>& alarms(const Draft& draft) const;
    void discard_clicked(const std::string& draft) { to_discard_ = draft; }  // asks first
    void discard_confirmed();
    void discard_cancelled() { to_discard_.clear(); }
    const std::string& to_discard() const { return to_discard_; }

private:
    Ports ports_;
    std::vector<Draft> drafts_;
    std::map<std::string, std::string> names_;  // of their families
    std::map<std::string, std::vector<Alarm>> alarms_;
    std::string to_discard_;
};

// A card for each, with its two ways: recover it, or throw it away.
void draw_kept_drafts(KeptDrafts& drafts, Ways& ways);

}  // namespace screens
