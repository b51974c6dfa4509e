#pragma once
// A share of the questions as a colleague gets it, and his answers as they come back: what is inside the boxes.
// A share holds what its questions show and nothing more, so that it can be answered where the lists are not.

#include <map>

#include "padan/codec/decisions.hpp"
#include "padan/review/hands.hpp"
#include "json/json.hpp"

namespace padan::codec {

/// Which share of which splitting.
struct ShareName {
  std::string split;
  std::uint32_t hand = 0; // from 1
  std::uint32_t hands = 0;
};

/// One question on its way into a share.
struct ShareQuestion {
  std::uint32_t question = 0;        // place in the splitting
  Json json;                         // as review.case gives it; rows by their number in the run
  std::vector<review::RowName> rows; // in the order of json's rows
};

/// Text of a share. about: to, from, at and other words for the colleague. Rows get numbers of the share alone.
[[nodiscard]] std::string share_text(const ShareName& name, const Json& about, double accept,
                                     std::vector<ShareQuestion> questions);

class Share {
public:
  /// Errors: ShareKind (answers, not a share), ShareVersion, ShareInvalid {where}.
  [[nodiscard]] static Result<Share> read(std::string_view text);

  [[nodiscard]] const ShareName& name() const { return name_; }
  /// to, from, at, split, hand, hands, questions, answered, left.
  [[nodiscard]] Json about() const;
  [[nodiscard]] std::uint32_t left() const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(cases_.size()); }
  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(rows_.size()); }

  struct Query {
    bool unsure = false;
    bool by_weight = false;
    std::string source;
  };
  /// Cases that fit, in order; the query holds for next(), too.
  [[nodiscard]] std::vector<std::uint32_t> queue(const Query& query);
  /// The first case of the last queue; null when none is left.
  [[nodiscard]] Json next() const;
  [[nodiscard]] Json short_case(std::uint32_t index) const;
  [[nodiscard]] Json full_case(std::uint32_t index) const;

  /// Events of an answer, with the mark that leads home.
  [[nodiscard]] std::vector<review::Event> answer(std::uint32_t index, review::EventKind kind) const;
  [[nodiscard]] std::vector<review::Event> answer(std::uint32_t index,
                                                  const std::vector<std::vector<std::uint32_t>>& parts) const;
  /// The first case that has all these rows.
  [[nodiscard]] std::optional<std::uint32_t> case_with(const std::vector<std::vector<std::uint32_t>>& parts) const;

  /// Goes on with answers that were given to this very share before. False, and nothing changes, when they are of another.
  bool take_up(DecisionLog answers);
  /// Text of the answers that stand.
  [[nodiscard]] std::string answers_text(std::string_view at) const;
  /// What a question shows of a row: found, name, nik, village.
  void describe(const review::RowName& name, Json& json) const;
  [[nodiscard]] std::string lists() const;

  DecisionLog log; // of the answers

private:
  [[nodiscard]] std::vector<std::uint32_t> queue() const;
  [[nodiscard]] review::EventKind state(std::uint32_t index) const; // Undo: open
  [[nodiscard]] std::vector<review::Event> marked(std::uint32_t index,
                                                  const std::vector<review::RowVerdict>& said) const;

  ShareName name_;
  Json about_;
  double accept_ = 0.0;
  Query query_;
  std::vector<std::uint32_t> questions_; // of the cases: places in the splitting
  std::vector<Json> cases_;
  std::vector<review::RowName> rows_;
};

/// What came back from one hand: the answers that stood, each one or several events of one group.
struct ShareAnswers {
  ShareName name;
  std::vector<std::vector<review::Event>> answers;
};

/// Errors: ShareKind (a share, not answers), ShareVersion, ShareInvalid {where}.
[[nodiscard]] Result<ShareAnswers> read_share_answers(std::string_view text);

} // namespace padan::codec
