// Sending by USB stick, in three steps. It never says "sent": only the answer that comes back does.
#pragma once

#include "client/screens/ports/ports.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

class StickModel {
public:
    explicit StickModel(const Ports& ports) : ports_(ports) {}

    void refresh();  // once a frame: sticks that come and go are seen within two seconds
    struct Choice {
        std::string name, folder;  // "KINGSTON, 14 GB kosong"
    };
    const std::vector<Choice>& choices() const { return choices_; }

    std::string folder;  // where to write and to read
    bool is_working() const;
    bool may_press() const { return !folder.empty() && !is_working(); }
    void write_clicked();
    void read_clicked();

    std::string what_goes() const;  // "14 catatan akan disalin."
    std::string write_note() const;
    std::string write_trouble() const;
    std::string read_note() const;
    std::string read_trouble() const;
    std::string awaiting() const;  // of the last that was written; empty: nothing is under way
    bool is_all_back() const;      // the last that was written has its answer

private:
    const CourierState& state() const { return ports_.courier.courier_state(); }
    Ports ports_;
    std::vector<Choice> choices_;
    std::optional<Instant> looked_at_;
};

std::string sentence_of(CarryTrouble trouble);

}  // namespace screens
