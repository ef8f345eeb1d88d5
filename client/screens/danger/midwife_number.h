// The midwife's number as the cadre needs it: in large digits, with a message, as codes for her
// phone; and writing it down, once.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/ui/words/words.h"

#include <string>

namespace screens {

class MidwifeNumber {
public:
    explicit MidwifeNumber(const Ports& ports) : ports_(ports) {}

    Midwife midwife() const { return ports_.referrals.midwife(); }
    std::string digits() const;  // "0812-3456-7890"

    // ---- writing it down
    bool is_writing() const { return is_writing_ || !midwife().is_known(); }
    void change_clicked();
    void keep_clicked();
    void cancelled() { is_writing_ = false; }
    std::string& name() { return typed_.name; }
    std::string& place() { return typed_.place; }
    std::string& phone() { return typed_.phone; }
    const words::Sentence& trouble() const { return trouble_; }

    // ---- the code that is shown
    enum class Code { Call, WhatsApp, Sms };
    Code code() const { return code_; }
    void choose(Code code) { code_ = code; }
    struct Square {
        int side = 0;  // 0: the text is too long for a code, or the number is none
        std::vector<bool> dark;
    };
    // Kept until the number, the message or the choice is another.
    const Square& square(const std::string& message);

private:
    Ports ports_;
    Midwife typed_;
    bool is_writing_ = false;
    words::Sentence trouble_;
    Code code_ = Code::WhatsApp;
    std::string link_;
    Square square_;
};

// In the flow of the page: number, message and code, or the fields to write the number down.
void draw_midwife_number(MidwifeNumber& number, const std::string& message);

}  // namespace screens
