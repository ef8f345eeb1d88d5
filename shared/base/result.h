// Result<T>: what a function returns when it can fail for a reason outside the program.
//
//   a mistake of ours             -> CHECK(...), the program stops
//   the world failed (disk, net)  -> Result<T> with an Error
//   an ordinary outcome           -> a value inside T (a conflict, a problem at a field, not found)
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace base {

[[noreturn]] void check_failed(const char* file, int line, const char* condition);

enum class ErrorCode {
    Storage,      // the disk or the database refused
    DiskFull,     // no room left: nothing was written
    Network,      // no connection, or what answered is not our server
    Refused,      // the other side understood and said no
    Malformed,    // bytes that are not what they should be
    Unsupported,  // made by a newer program
    NotFound,
    Usage,  // the caller's words are off (command lines)
};

struct Error {
    ErrorCode code;
    std::string message;  // one sentence; never a person's data

    // Prefixes what was being done: "open the store: disk I/O error".
    Error during(const std::string& doing) && { return {code, doing + ": " + message}; }
};

template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return state_.index() == 0; }

    T& value() & {
        if (!ok()) check_failed(__FILE__, __LINE__, std::get<1>(state_).message.c_str());
        return std::get<0>(state_);
    }
    const T& value() const& {
        if (!ok()) check_failed(__FILE__, __LINE__, std::get<1>(state_).message.c_str());
        return std::get<0>(state_);
    }
    // By value, so that `for (auto& row : read().value())` keeps what it reads.
    T value() && {
        if (!ok()) check_failed(__FILE__, __LINE__, std::get<1>(state_).message.c_str());
        return std::get<0>(std::move(state_));
    }
    const Error& error() const& {
        if (ok()) check_failed(__FILE__, __LINE__, "error() of a result that is ok");
        return std::get<1>(state_);
    }
    Error error() && {
        if (ok()) check_failed(__FILE__, __LINE__, "error() of a result that is ok");
        return std::get<1>(std::move(state_));
    }

private:
    std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace base

// Our own mistake if false: says where and stops, in every build.
#define CHECK(condition)                                                        \
    do {                                                                        \
        if (!(condition)) ::base::check_failed(__FILE__, __LINE__, #condition); \
    } while (false)

// Returns from the enclosing function if `expression` failed.
#define TRY(expression)                                         \
    do {                                                        \
        if (auto try_status = (expression); !try_status.ok()) { \
            return std::move(try_status).error();               \
        }                                                       \
    } while (false)

// Declares `name` with the value of `expression`, or returns its error.
#define TRY_LET(name, expression)                                     \
    auto name##_result = (expression);                                \
    if (!name##_result.ok()) return std::move(name##_result).error(); \
    auto& name = name##_result.value()  // NOLINT(bugprone-macro-parentheses)
