#include "shared/protocol/receipt.h"

#include "shared/base/file.h"
#include "shared/crypto/encoding.h"
#include "shared/crypto/keys.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"
#include "sync-server/store/changes/changes.h"
#include "sync-server/store/meta.h"
#include "sync-server/store/people/devices.h"

namespace server_app {

using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;

namespace {

Result<bool> is_signed_here(Centre& centre, const protocol::Receipt& receipt) {
    TRY_LET(key_text, server_store::meta(centre.connection, server_store::kSigningKey));
    TRY_LET(key, crypto::SigningKey::from_text(key_text));
    auto signature = crypto::from_base64url(receipt.signature);
    return signature.ok() && key.verify_key().verify(signed_text(receipt), signature.value());
}

// Does the log still hold the change that the receipt ends with, under the same hash?
Result<bool> is_held(Centre& centre, const protocol::Receipt& receipt) {
    TRY_LET(device, server_store::find_device(centre.connection, receipt.device.text()));
    if (!device) return false;
    TRY_LET(change, server_store::find_change(centre.connection, device->no, receipt.last_n));
    return change && change->hash == receipt.head;
}

}  // namespace

Status receipt_verify(const std::string& data, const std::string& file, bool json) {
    TRY_LET(centre, open_centre(data));
    TRY_LET(text, base::read_file(file));
    auto receipt = protocol::parse_receipt(text);
    if (!receipt.ok()) return std::move(receipt).error().during(file);
    TRY_LET(is_ours, is_signed_here(*centre, receipt.value()));
    if (!is_ours) {
        return Error{ErrorCode::Refused, "this receipt was not signed by this health centre"};
    }
    TRY_LET(held, is_held(*centre, receipt.value()));
    if (!held) {
        return Error{ErrorCode::Refused,
                     "the receipt is genuine, but the database does not hold what it confirms: it "
                     "was restored from an older backup, or damaged"};
    }
    print_facts({{"receipt", "genuine"},
                 {"device", receipt.value().device.text()},
                 {"first_n", std::to_string(receipt.value().first_n)},
                 {"last_n", std::to_string(receipt.value().last_n)},
                 {"at", base::to_date_time_text(receipt.value().at, centre->zone)}},
                json);
    return Done{};
}

}  // namespace server_app
