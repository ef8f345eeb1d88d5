#include "client/store/enrolled_again.h"

namespace store {

Result<protocol::EnrolAgain> again_of(Store& store) {
    TRY_LET(identity, store.identity());
    TRY_LET(progress, store.progress());
    return protocol::EnrolAgain{identity.device, identity.user, progress.epoch};
}

Status take_enrolment(Store& store, const EnrolledAgain& enrolled) {
    const protocol::EnrolAnswer& answer = enrolled.answer;
    TRY_LET(identity, store.identity());
    const bool is_same_centre =
        answer.receipt_key == identity.receipt_key && answer.box_key == identity.box_key;
    if (!is_same_centre || answer.device.text() != identity.device) {
        return base::Error{base::ErrorCode::Refused,
                           "kode ini dari puskesmas lain; tidak ada yang berubah di laptop ini"};
    }
    identity.server = enrolled.server;
    identity.pin = enrolled.pin;
    identity.token = answer.token;
    identity.device_key = enrolled.device_key;
    identity.user = answer.user.text();
    identity.user_name = answer.user_name;
    identity.role = answer.role;
    identity.zone = answer.zone;
    identity.config = answer.config;
    return store.set_identity(identity);
}

}  // namespace store
