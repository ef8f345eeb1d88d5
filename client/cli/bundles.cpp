#include "client/app/sending/courier.h"
#include "client/app/sending/syncing.h"
#include "client/cli/commands.h"
#include "client/cli/session.h"
#include "shared/base/json.h"

#include <cstdio>

namespace cli {

namespace {

namespace json = base::json;

long long number(std::int64_t count) {
    return static_cast<long long>(count);
}

int say_written(const client_app::WrittenBundle& written, bool as_json) {
    if (as_json) {
        json::Writer line;
        line.add("file", written.file).add("changes", written.changes);
        line.add("bytes", written.bytes).add("left", written.left);
        std::printf("%s\n", line.text().c_str());
        return kDone;
    }
    std::printf("%s: %lld catatan, %lld B. Belum terkirim sampai balasan puskesmas dibaca.\n",
                written.file.c_str(), number(written.changes), number(written.bytes));
    if (written.left > 0) {
        std::printf("%lld catatan lagi belum muat; tulis lagi setelah balasannya dibaca.\n",
                    number(written.left));
    }
    return kDone;
}

void say_read(const client_app::ReadReplies& read, bool as_json) {
    if (as_json) {
        json::Writer line;
        line.add("replies", read.replies).add("confirmed", read.confirmed);
        line.add("received", read.received).add("write_again", read.write_again);
        line.add("restored", read.is_turning).add("sent_again", read.sent_again);
        line.add("must_erase", read.must_erase).add("erased", read.erased);
        line.add("erased_families", read.gone.families).add("not_taken", read.gone.not_taken);
        line.add("others", static_cast<std::int64_t>(read.others.size()));
        line.add("troubles", static_cast<std::int64_t>(read.troubles.size()));
        std::printf("%s\n", line.text().c_str());
        return;
    }
    if (read.replies == 0) return;
    std::printf("%lld catatan diterima puskesmas, %lld diterima dari puskesmas\n",
                number(read.confirmed), number(read.received));
    for (const std::string& said : client_app::sentences_of_erasure(read.erased, read.gone)) {
        std::printf("%s\n", said.c_str());
    }
    if (read.is_turning) {
        std::printf("%s\n", client_app::sentence_of_stick_restore(read.sent_again).c_str());
    } else if (read.write_again) {
        std::printf("Masih ada lagi: tulis dan kirim satu berkas lagi.\n");
    }
}

void say_each(const std::vector<client_app::FileTrouble>& files) {
    for (const client_app::FileTrouble& each : files) {
        std::fprintf(stderr, "%s: %s\n", each.file.c_str(),
                     client_app::sentence_of(each.trouble).c_str());
    }
}

}  // namespace

int bundle_write(const Options& options) {
    auto session = open_session(options);
    if (!session.ok()) return fail(session.error());
    Session& open = *session.value();
    const auto written =
        client_app::write_bundle(*open.store, open.identity, open.forms, open.clock, options.file);
    if (!written.trouble) return say_written(written, options.json);
    say_each({{options.file, *written.trouble}});
    return kRefused;
}

int bundle_read(const Options& options) {
    auto session = open_session(options);
    if (!session.ok()) return fail(session.error());
    Session& open = *session.value();
    const auto read =
        client_app::read_replies(*open.store, open.identity, open.forms, open.clock, options.file);
    say_read(read, options.json);
    say_each(read.others);
    say_each(read.troubles);
    if (read.must_erase) return erase(open, options.json);
    return read.replies > 0 && read.troubles.empty() ? kDone : kRefused;
}

}  // namespace cli
