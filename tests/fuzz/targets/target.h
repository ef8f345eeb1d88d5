// Fuzz targets: each reader of bytes from outside, and what must hold of whatever it makes of them.
//
// A target reads any bytes at all. It returns when everything held, and ends the program by CHECK
// when something did not; so libFuzzer and the replay of the corpus see the same.
#pragma once

#include <string_view>
#include <vector>

namespace fuzz {

struct Target {
    std::string_view name;  // of its folder in tests/fuzz/corpus, too
    void (*run)(std::string_view bytes);
};

const std::vector<Target>& targets();
const Target* find_target(std::string_view name);  // nullptr if there is none

void request(std::string_view bytes);     // POST /v1/sync as the server reads it
void answer(std::string_view bytes);      // its answer as a laptop reads it
void line(std::string_view bytes);        // one line of either, alone
void receipt(std::string_view bytes);     //
void packed(std::string_view bytes);      // gzip and zstd
void bundle(std::string_view bytes);      // a file on a stick
void json(std::string_view bytes);        //
void fields(std::string_view bytes);      // two records' answers, a line each
void text(std::string_view bytes);        // dates, ids and revisions as they are written
void csv(std::string_view bytes);         //
void import(std::string_view bytes);      // NDJSON, a line a record
void table(std::string_view bytes);       // a spreadsheet, CSV or XLSX
void form(std::string_view bytes);        // a definition
void answers(std::string_view bytes);     // a form's name, and answers to it
void expression(std::string_view bytes);  //
void document(std::string_view bytes);    // a massage procedure or a quiz
void code(std::string_view bytes);        // an enrolment's slip, a pin
void enrolment(std::string_view bytes);   // its two messages, and what a device is told
void rescue(std::string_view bytes);      // a forgotten PIN's texts
void key_file(std::string_view bytes);    // beside a store, and on its second copy's stick
void http(std::string_view bytes);        // what comes in at the server's door

}  // namespace fuzz
