// The answers of a page: a framed document, going on to another page, a file, a refusal in words.
#pragma once

#include "sync-server/console/html/html.h"
#include "sync-server/console/visit.h"

#include <string>
#include <string_view>
#include <vector>

namespace console {

using html::Html;
enum class Tone { Info, Ok, Warn, Bad };

// What the page that it goes on to shall say: of whom, and where exactly that is taken back.
struct WayBack {
    std::vector<std::string> about = {};  // ids of records, which the page names
    std::string path, words;
};
struct Reply {
    http::Response response;
    std::string said = {};
    Tone tone = Tone::Ok;
    WayBack way_back = {};
};
using Answer = base::Result<Reply>;

// The whole page around `content`: header, navigation, what was said after the last form, footer.
// `title` is its heading. `status` 422: a form with problems, shown again.
Reply page(const Visit& visit, std::string_view title, const Html& content, int status = 200);
// After a form was taken: shows `path`, and there says what happened. `path` is our own and carries
// no person's name.
Reply go_to(std::string_view path, std::string_view said = {}, Tone tone = Tone::Ok);
// A file to keep. `name` is ASCII.
Reply file(std::string_view name, std::string_view content_type, std::string bytes);

enum class Refusal {
    NotFound,
    NotAllowed,
    Stale,     // the record changed since the page was drawn; nothing was overwritten
    Replayed,  // this form was taken before, and what it showed is shown once only
    BadForm,   // its body cannot be read, or it is from another site or an old session
    TooLarge,
    TooManyTries,
    Busy,  // too many sign in at once
    DiskFull,
    Writing,  // another process writes; trying again may do
    Internal,
};
// `back`: where to go on from here, on this site.
Reply refusal(const Visit& visit, Refusal why, std::string_view back = "/");
// What could not be done, as a sentence of the one who was asked to do it.
// `back`: where it is mended, on this site.
Reply cannot(const Visit& visit, std::string_view sentence, std::string_view back = "");
// For somebody who is not signed in.
Reply refusal(const Centre& centre, std::string_view path, Refusal why,
              std::string_view back = "/");
// The page of somebody who is not signed in.
Reply open_page(const Centre& centre, std::string_view path, std::string_view title,
                const Html& content, int status = 200);

}  // namespace console
