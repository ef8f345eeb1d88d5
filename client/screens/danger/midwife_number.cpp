#include "client/screens/danger/midwife_number.h"

#include "client/qr/links.h"
#include "shared/base/text.h"
#include "shared/qr/qr.h"

namespace screens {

using words::later;

namespace {

std::optional<std::string> link_to(MidwifeNumber::Code code, const std::string& phone,
                                   const std::string& message) {
    switch (code) {
        case MidwifeNumber::Code::Call:
            return qr::call_link(phone);
        case MidwifeNumber::Code::WhatsApp:
            return qr::whatsapp_link(phone, message);
        case MidwifeNumber::Code::Sms:
            return qr::sms_link(phone, message);
    }
    return std::nullopt;
}

}  // namespace

std::string MidwifeNumber::digits() const {
    return qr::grouped(midwife().phone);
}

void MidwifeNumber::change_clicked() {
    typed_ = midwife();
    trouble_ = {};
    is_writing_ = true;
}

void MidwifeNumber::keep_clicked() {
    const std::string phone = base::trimmed(typed_.phone);
    if (!qr::international(phone)) {
        trouble_ = {later("This is no phone number. It begins with 08 or +62."), {}};
        return;
    }
    const Midwife midwife{base::trimmed(typed_.name), base::trimmed(typed_.place), phone};
    if (!ports_.referrals.keep_midwife(midwife).ok()) {
        trouble_ = {later("Not kept: this laptop's disk refused. Write the number on paper."), {}};
        return;
    }
    trouble_ = {};
    is_writing_ = false;
}

const MidwifeNumber::Square& MidwifeNumber::square(const std::string& message) {
    const std::string link = link_to(code_, midwife().phone, message).value_or("");
    if (link == link_) return square_;
    link_ = link;
    auto made = qr::encode(link);
    square_ = {};
    if (made.ok()) square_ = {made.value().side, std::move(made.value().dark)};
    return square_;
}

}  // namespace screens
