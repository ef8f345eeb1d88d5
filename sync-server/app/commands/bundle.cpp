#include "shared/protocol/bundle.h"

#include "shared/base/file.h"
#include "sync-server/accept/round/carried.h"
#include "sync-server/app/centre.h"
#include "sync-server/app/commands/commands.h"
#include "sync-server/app/commands/output.h"

#include <filesystem>

namespace server_app {

using accept::Received;
using accept::Refusal;
using base::Done;
using base::Error;
using base::ErrorCode;
using base::Result;
using protocol::BundleKind;
using protocol::BundleTrouble;
namespace fs = std::filesystem;

namespace {

std::string sentence_of(BundleTrouble trouble) {
    switch (trouble) {
        case BundleTrouble::NotABundle:
            return "this is not a bundle of Kawan ASI; nothing was taken";
        case BundleTrouble::NewerProgram:
            return "it was written by a newer program; update this server and receive it again";
        case BundleTrouble::Cut:
            return "only a part of the file is there; write it again on the laptop, and wait "
                   "before pulling the stick";
        case BundleTrouble::Damaged:
            return "the file was changed or damaged on the way; nothing of it was taken, write it "
                   "again on the laptop";
        case BundleTrouble::NotForUs:
            return "it is a reply, or sealed to another health centre; nothing was taken";
    }
    return "it could not be read";
}

std::string sentence_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::NotEnrolled:
            return "it comes from a laptop that this health centre does not know; nothing was "
                   "taken";
        case Refusal::Revoked:
            return "this laptop may not send any more: its user was disabled, or it was reported "
                   "lost; nothing was taken";
        case Refusal::Paused:
            return "sending is paused for this laptop (kawan-server device resume); nothing was "
                   "taken, the file stays good";
        case Refusal::Gap:
            return "this database is older than what the laptop knows (kawan-server check says "
                   "more); nothing was taken, the file stays good";
        case Refusal::NewerProtocol:
            return "it was written by a newer program; update this server and receive it again";
        case Refusal::None:
        case Refusal::Malformed:
        case Refusal::CodeUnknown:
        case Refusal::CodeExpired:
        case Refusal::CodeUsed:
        case Refusal::CodeOfAnother:
        case Refusal::CodeNoLaptop:
            break;
    }
    return "the laptop signed it, but it holds no sync request; nothing was taken";
}

std::string sentence_of(const Received& received) {
    if (received.trouble) return sentence_of(*received.trouble);
    if (received.refusal != Refusal::None) return sentence_of(received.refusal);
    if (received.is_forked) {
        return "nothing was taken yet: the laptop was restored from a copy; after it has read the "
               "reply, it writes another bundle";
    }
    if (received.is_reset) {
        return "nothing was taken yet: this database was restored, and the laptop first brings "
               "what "
               "it lacks; carry the reply back, then the laptop's next bundle";
    }
    std::string taken = "taken";
    if (received.quarantined > 0) {
        taken += "; " + std::to_string(received.quarantined) +
                 " of this laptop's changes count nowhere until a person has mended them "
                 "(kawan-server quarantine list)";
    }
    if (received.has_more) taken += "; more waits for the laptop than a reply may carry";
    return taken;
}

Result<std::vector<std::string>> all_files(const BundleOptions& options) {
    std::vector<std::string> files;
    for (const std::string& given : options.files) {
        std::error_code ignored;
        if (!fs::is_directory(given, ignored)) {
            files.push_back(given);
            continue;
        }
        TRY_LET(inside, protocol::bundles_in(given, BundleKind::Request));
        files.insert(files.end(), inside.begin(), inside.end());
    }
    if (files.empty()) return Error{ErrorCode::NotFound, "no bundle (*.kab) is there"};
    return files;
}

// One file is meant only for one bundle that was named.
Result<std::string> reply_path(const BundleOptions& options, const std::string& file) {
    const fs::path bundle(file);
    const std::string name = protocol::reply_name(bundle.filename().string());
    if (options.reply.empty()) return (bundle.parent_path() / name).string();
    std::error_code ignored;
    const bool is_one = options.files.size() == 1 && !fs::is_directory(options.files[0], ignored);
    const bool is_folder = options.reply.ends_with('/') || fs::is_directory(options.reply, ignored);
    if (is_one && !is_folder) return options.reply;
    TRY(base::make_directory(options.reply));
    return (fs::path(options.reply) / name).string();
}

struct Line {
    Received received;
    std::string reply;  // its path
    std::string state;
    bool is_taken = false;
};

Line failed(Received received, const Error& error) {
    return {std::move(received), "", error.message, false};
}

Line receive(Centre& centre, accept::Service& service, const BundleOptions& options,
             const std::string& file) {
    auto bytes = protocol::read_bundle_file(file);
    if (!bytes.ok()) return failed({}, bytes.error());
    auto received = accept::receive_bundle(service, centre.connection, bytes.value());
    if (!received.ok()) {
        return failed({}, std::move(received).error().during("this server failed; try again"));
    }
    Line line{std::move(received).value(), "", "", false};
    line.state = sentence_of(line.received);
    if (line.received.reply.empty()) return line;
    auto path = reply_path(options, file);
    if (!path.ok()) return failed(std::move(line.received), path.error());
    const base::Status written = base::replace_file(path.value(), line.received.reply);
    if (!written.ok()) {
        const std::string doing = "taken, but its reply could not be written";
        return failed(std::move(line.received), Error(written.error()).during(doing));
    }
    line.reply = path.value();
    line.is_taken = true;
    return line;
}

}  // namespace

Status bundle_receive(const BundleOptions& options) {
    TRY_LET(centre, open_centre(options.data));
    TRY_LET(service, accept::Service::open(centre->connection, centre->forms, centre->clock,
                                           centre->random));
    service.know_epochs(epochs_of(options.data));
    TRY_LET(files, all_files(options));
    Rows rows{{"file", "user", "changes", "new", "reply", "state"}, {}};
    std::size_t bad = 0;
    for (const std::string& file : files) {
        const Line line = receive(*centre, service, options, file);
        if (!line.is_taken) ++bad;
        rows.rows.push_back({file, line.received.user_name, std::to_string(line.received.changes),
                             std::to_string(line.received.taken), line.reply, line.state});
    }
    print(rows, options.json);
    if (bad == 0) return Done{};
    return Error{ErrorCode::Refused, std::to_string(bad) + " of " + std::to_string(files.size()) +
                                         " bundles got no reply; the list says why"};
}

}  // namespace server_app
