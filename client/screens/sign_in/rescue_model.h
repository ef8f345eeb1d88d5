// A forgotten PIN: the request that goes to the coordinator, her answer, and the new PIN. The
// records stay where they are all the while.
#pragma once

#include "client/screens/ports/access.h"
#include "client/screens/settings/new_pin.h"
#include "client/ui/words/words.h"

#include <string>

namespace screens {

class RescueModel {
public:
    RescueModel(Access& access, const std::string& user);

    std::string folder;  // of the stick that goes there and comes back
    std::string answer;  // pasted, typed or read from the stick
    NewPin pin;

    const std::string& user() const { return user_; }
    bool is_readable() const { return is_readable_; }  // else the key file is damaged
    const PinRequest& request() const { return request_; }

    void save_clicked();
    void read_clicked();
    void set_clicked();
    void refresh();  // once a frame

    bool is_saved() const { return is_saved_; }
    bool is_read() const { return is_read_; }
    bool is_working() const { return is_asked_; }
    bool is_done() const { return outcome_ == AccessState::Outcome::Done; }
    bool says_problems() const { return says_problems_; }
    words::Sentence folder_problem() const;
    words::Sentence answer_problem() const;

private:
    enum class FolderTrouble { None, NotChosen, NotWritten, NoAnswer };

    Access& access_;
    std::string user_;
    PinRequest request_;
    AccessState::Outcome outcome_ = AccessState::Outcome::Idle;
    FolderTrouble folder_trouble_ = FolderTrouble::None;
    bool is_readable_ = false, is_saved_ = false, is_read_ = false;
    bool is_asked_ = false, says_problems_ = false;
};

}  // namespace screens
