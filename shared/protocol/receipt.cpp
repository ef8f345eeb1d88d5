#include "shared/protocol/receipt.h"

#include "shared/base/json.h"

namespace protocol {

using base::Error;
using base::ErrorCode;
using base::Result;
namespace json = base::json;

namespace {

json::Writer unsigned_part(const Receipt& receipt) {
    json::Writer counts;
    for (const auto& [kind, count] : receipt.counts) counts.add(kind, count);
    json::Writer writer;
    writer.add("device", receipt.device.text()).add("epoch", receipt.epoch);
    writer.add("first_n", receipt.first_n).add("last_n", receipt.last_n);
    writer.add("head", receipt.head).add_token("counts", counts.text());
    writer.add("at", receipt.at.unix_ms);
    return writer;
}

}  // namespace

std::string signed_text(const Receipt& receipt) {
    return "kawan-receipt-1\n" + unsigned_part(receipt).text();
}

std::string to_json(const Receipt& receipt) {
    return unsigned_part(receipt).add("signature", receipt.signature).text();
}

Result<Receipt> parse_receipt(std::string_view text) {
    TRY_LET(object, json::Object::parse(text));
    Receipt receipt;
    receipt.device = base::DeviceId(object.string("device").value_or(""));
    receipt.epoch = object.integer("epoch").value_or(0);
    receipt.first_n = object.integer("first_n").value_or(0);
    receipt.last_n = object.integer("last_n").value_or(0);
    receipt.head = object.string("head").value_or("");
    if (const auto counts = object.object("counts")) {
        for (const auto& member : counts->members()) {
            receipt.counts[member.name] = json::integer_of(member.token).value_or(0);
        }
    }
    receipt.at.unix_ms = object.integer("at").value_or(0);
    receipt.signature = object.string("signature").value_or("");
    if (receipt.signature.empty() || receipt.device.empty()) {
        return Error{ErrorCode::Malformed, "a receipt without device or signature"};
    }
    return receipt;
}

}  // namespace protocol
