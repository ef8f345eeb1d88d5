// A sync carried as a file (DESIGN 5, courier): what waits on a laptop, or the centre's reply.
//
//   "KAWANKAB"  version (1 byte)  kind (1 byte: Q, R)  the device's id (36)
//   length of the sealed part (8 bytes, big-endian)  sealed part  signature (64)
//
// The signature is Ed25519 over all before it: by the device's key on a request, by the receipt key
// on a reply. Sealed (libsodium's sealed box, to the centre, or to the device's own box) are the
// bodies of POST /v1/sync, each zstd, each after its length (4 bytes, big-endian).
//
// A request has one body with all that waits, longer than one HTTP request may be: the hello of a
// second part would have to say what only the answer to the first one tells, so the centre cuts it
// itself (sync-server/accept/round/carried). A reply has one body for each of its answers, in
// order.
#pragma once

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/crypto/keys.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protocol {

enum class BundleKind : char { Request = 'Q', Reply = 'R' };

// Why a file was not taken. Nothing of it was.
enum class BundleTrouble {
    NotABundle,
    NewerProgram,  // a version that this program does not know
    Cut,           // only a part of the file is there: the stick was pulled
    Damaged,       // changed on the way, or not signed by whom it names
    NotForUs,      // genuine, and sealed to somebody else
};

// What anyone can see of a file: views into it. True only once open_bundle says so.
struct Bundle {
    BundleKind kind = BundleKind::Request;
    base::DeviceId device;  // that wrote the request, or that the reply is for
    std::string_view signed_part;
    std::string_view sealed;
    std::string_view signature;
};
struct ReadBundle {
    std::optional<BundleTrouble> trouble;
    Bundle bundle;  // valid without trouble
};
ReadBundle read_bundle(std::string_view file);

struct OpenedBundle {
    std::optional<BundleTrouble> trouble;
    std::vector<std::string> bodies;  // zstd still
};
OpenedBundle open_bundle(const Bundle& bundle, const crypto::VerifyKey& by,
                         const crypto::BoxKey& own);

base::Result<std::string> make_bundle(BundleKind kind, const base::DeviceId& device,
                                      const std::vector<std::string>& bodies,
                                      const crypto::BoxPublicKey& to, const crypto::SigningKey& by);

// "kawan-9f02c1aa-37.kab" and "kawan-9f02c1aa-37.reply.kab": the end of the device's id (its start
// is a time, and laptops are enrolled on the same day) and the last change that the device had made
// when it wrote the bundle. A later one without new changes takes the place of the earlier.
std::string bundle_name(const base::DeviceId& device, std::int64_t last_n);
std::string reply_name(std::string_view bundle_file_name);
bool is_bundle_name(std::string_view file_name);  // of either kind
bool is_reply_name(std::string_view file_name);

// The bundles in a folder, replies only or requests only, in order of their names; not those in
// folders inside it. NotFound: there is no such folder.
base::Result<std::vector<std::string>> bundles_in(const std::string& folder, BundleKind kind);
// Refused: larger than any bundle, and not read.
base::Result<std::string> read_bundle_file(const std::string& path);

}  // namespace protocol
