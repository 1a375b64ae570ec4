/// The two designs of the documentation's example, with every key that the format has.
let twinFiles = [
  "twin/demand.jsonc": """
  // The customers, the same for both designs.
  {
    "$schema": "../switchboard.schema.json",
    "switchboard": 1,
    "calendar": {
      "start": "2026-11-23", "days": 5, "warmUpDays": 5, "followUpDays": 7, "interval": "30m",
      "fullTimeWeek": "38h",
    },
    "demand": {
      "order status": {
        "volume": {
          "perDay": 1600, "counts": "issues", "profile": { "file": "profile.csv" },
          "dayVariation": { "cv": 0.06, "shared": true },
        },
        "difficultyCorrelation": 0.6, "transfer": { "share": { "easy": 0, "hard": 0.1 }, "to": "email" },
        "priority": 2, "waitWeight": 1.5,
        "resolutionRate": { "easy": 0.93, "hard": 0.75 },
        "repeatContactAfter": { "exponential": { "mean": "20h" } },
        "value": { "resolved": 12, "lost": 30 },
        "channels": {
          "voice": {
            "share": { "easy": 0.6, "hard": 0.5 },
            "talkTime": { "logNormal": { "mean": "4m", "cv": 0.9 } }, "wrapUp": "25s",
            "patience": { "weibull": { "mean": "4m", "shape": 0.8 } },
            "target": { "serviceLevel": "90%", "within": "30s", "formula": "service_level_answered", "per": "day", "days": 0.9 }, "resolutionRate": 0.9, "transfer": { "share": 0.05, "to": "voice/payments", "team": "phones", "kind": "cold", "handOver": "0s" },
            "priority": 3, "waitWeight": 2,
          },
          "chat": { "share": { "easy": 0.2, "hard": 0.3 }, "talkTime": { "gamma": { "mean": "7m", "cv": 0.9 } }, "wrapUp": { "triangular": { "from": "5s", "mode": "20s", "to": "1m" } } },
          "email": { "share": 0.15, "talkTime": { "uniform": { "from": "2m", "to": "8m" } } },
          "social": { "share": 0.05, "talkTime": { "empirical": { "values": ["2m", "6m"], "weights": [3, 1] } } },
        },
      },
      "advice": {
        "volume": {
          "perInterval": 4, "counts": "issues", "growth": 0.05, "dayOfWeek": { "Mon": 1.2 },
          "weekOfYear": { "48-52": 1.1 }, "arrivalNoise": "none",
          "surges": [{ "from": "2026-11-27", "to": "2026-11-27 18:00", "factor": 2 }],
        },
        "channels": { "voice": { "share": 1, "talkTime": { "empirical": { "file": "talk.csv", "column": "aht" } }, "wrapUp": { "erlang": { "mean": "30s", "stages": 3 } }, "patience": { "hyperExponential": { "mean": "3m", "cv": 1.5 } } } },
      },
      "payments": {
        "volume": {
          "file": "forecast.csv", "counts": "offered", "where": { "queue": "Payments" },
          "columns": { "volume": "Offered", "time": "Time", "date": "Day" },
        },
        "channels": { "voice": { "share": 1, "talkTime": "5m" } },
      },
    },
  }
  """,
  "twin/call-center.jsonc": """
  {
    "extends": "demand.jsonc",
    "name": "Call center",
    "channels": {
      "voice": {
        "medium": "voice", "hours": { "Mon-Fri": "07:00-21:00" }, "trunks": 160,
        "patience": { "weibull": { "mean": "3m", "shape": 0.8 } }, "wrapUp": "20s", "priority": 1, "waitWeight": 1,
        "target": { "serviceLevel": 0.8, "within": "20s" }, "atClose": "drop",
        "penalty": { "below": 0.75, "per": "day", "amount": 500 },
        "redial": {
          "share": 0.4, "laterShare": 0.6, "after": { "exponential": { "mean": "10m" } }, "attempts": 3,
        },
        "callback": { "offerAbove": "4m", "acceptance": 0.5, "reach": 0.8 },
        "cost": { "perContact": 0.05, "perMinute": 0.02 },
      },
    },
    "fallbackChannel": "voice",
    "selfService": {
      "ivr": {
        "on": ["voice"], "time": { "constant": "45s" },
        "containment": { "order status": 0.35, "*": 0.05 }, "easyContactBias": 0.8,
        "trueResolution": 0.9, "ports": 80, "cost": { "perSession": 0.05 },
      },
    },
    "customerHistory": "siloed",
    "repeatInformationTime": "50s",
    "currency": "EUR",
    "teams": {
      "phones": {
        "agents": { "file": "phones.csv", "columns": { "interval_start": "from", "agents": "heads" } },
        "agentsAre": "paid", "skills": { "voice": 1 },
        "shrinkage": { "vacation": 0.10, "sickness": 0.07, "training": 0.05, "breaks": 0.08 },
        "wage": 28, "overtimeRate": 1.5,
      },
    },
  }
  """,
  "twin/contact-center.jsonc": """
  {
    "extends": "call-center.jsonc",
    "name": "Contact center",
    "channels": {
      "chat": {
        "medium": "chat", "hours": { "Mon-Fri": "07:00-21:00" },
        "concurrency": { "limit": 3, "throughput": [1, 1.7, 2.2] },
        "patience": "90s", "target": { "serviceLevel": 0.8, "within": "60s" },
        "silentAbandonment": { "share": 0.2, "detectAfter": "40s" },
      },
      "email": { "medium": "email", "target": { "serviceLevel": 0.95, "within": "24h" } },
      "social": { "medium": "social", "hours": { "Mon-Fri": "07:00-21:00" }, "target": { "serviceLevel": 0.9, "within": "1h", "clock": "opening" } },
    },
    "selfService": {
      "bot": { "on": ["chat"], "time": "90s", "containment": { "order status": 0.6, "*": 0.15 } },
      "help": { "stage": "beforeContact", "adoption": 0.3, "containment": 0.2, "trueResolution": 0.85 },
    },
    "proactive": {
      "parcel notice": { "class": "order status", "prevents": 0.1, "cost": { "perMessage": 0.02 } },
    },
    "outbound": {
      "collections": {
        "list": 500, "hours": { "Mon-Fri": "09:00-17:00" },
        "dialer": { "predictive": { "ratio": 1.5, "minimumIdle": 2 } }, "ring": "18s",
        "reach": 0.3, "rightParty": 0.6, "talkTime": { "exponential": { "mean": "4m" } },
        "wrapUp": { "constant": "30s" },
        "wrongPartyTime": "15s", "retryAfter": "3h", "tries": 3,
        "cost": { "perDial": 0.01, "perMinute": 0.02 },
      },
      "mortgages": {
        "list": 20, "dialer": { "preview": { "time": "2m" } }, "reach": 0.5,
        "talkTime": { "exponential": { "mean": "9m" } },
      },
    },
    "customerHistory": "unified",
    "teams": {
      "phones": { "cost": { "perContact": 0.5, "perMinute": 0.1 }, "skills": { "email/*": { "rank": 2, "keepIdle": 2 } } },
      "digital": {
        "agents": { "Mon-Fri": 12 }, "hours": { "Mon-Fri": ["08:00-12:00", "12:30-18:00"] },
        "skills": { "chat": 1, "social": 1,
                    "email": { "rank": 2, "keepIdle": 1, "after": "10m",
                               "queueAbove": 5, "handleTimeFactor": 1.1 } },
        "handleTimeFactor": 1.05,
        "tenure": [
          { "months": 0, "share": 0.2, "handleTimeFactor": 1.3, "resolutionFactor": 0.9 },
          { "months": 6, "share": 0.8 },
        ],
        "agentsAre": "present", "shrinkage": 0.3, "wage": 26, "absence": 0.03,
        "exceptions": [{ "date": "2026-11-25", "from": "12:30", "to": "14:00", "agents": -9,
                         "reason": "town hall" }],
      },
      "evening": {
        "agents": { "shifts": [{ "start": "13:00", "end": "21:00", "agents": 4, "days": "Mon-Fri",
          "breaks": [{ "from": "16:00", "to": "18:00", "for": "30m", "paid": false }] }] },
        "skills": { "email": 3, "outbound": { "keepIdle": 2 } },
      },
      "flex": {
        "agents": { "schedule": { "file": "flex.csv", "where": { "site": "north" },
          "columns": { "date": "day", "team": "group", "agent": "who", "activity": "what",
                       "start": "from", "end": "to" },
          "activities": { "Yoga": "paid" } } },
        "skills": { "email": 3 },
      },
    },
    "intraday": [
      { "team": "digital", "when": { "measure": "queue_mean", "channel": "chat", "above": 5 },
        "for": "1h", "agents": 3, "after": "20m", "lasts": "2h" },
      { "team": "phones", "when": { "measure": "occupancy", "below": 0.5 }, "agents": -2,
        "lasts": "1h" },
    ],
    "assist": { "byTenure": [{ "months": 0, "handleTimeFactor": 0.8, "resolutionFactor": 1.05 },
                             { "months": 12, "handleTimeFactor": 0.95 }] },
    "quality": { "reviewed": 0.02, "time": "15m", "wage": 35, "teams": ["phones"],
      "from": "2026-11-24", "after": "2d", "handleTimeFactor": 0.97, "resolutionFactor": 0.99 },
    "steer": [{ "from": "chat", "to": "voice", "share": 0.2, "accepted": 0.7 }],
    "routing": { "contact": "longest-wait", "agent": "longest-idle", "interrupts": { "email": ["voice"], "social": ["chat"] } },
  }
  """,
  "twin/profile.csv": weekdayTable { weekday, row in 100 + 10 * weekday + row },
  "twin/phones.csv": "from;heads\r\n"
    + (14..<42).map { clock(halfHour: $0) + ";\($0 + 6),5\r\n" }.joined(),
  "twin/flex.csv": """
  site,day,group,who,what,from,to
  north,2026-11-23,flex,Ada,Work,09:00,17:00
  north,2026-11-24,flex,Ada,Work,09:00,17:00
  north,2026-11-25,flex,Ada,Work,09:00,17:00
  north,2026-11-26,flex,Ada,Work,09:00,17:00
  north,2026-11-27,flex,Ada,Work,09:00,17:00
  north,2026-11-24,flex,Ada,Yoga,12:00,12:30
  south,2026-11-24,flex,Eve,Nap,12:00,12:30

  """,
  "twin/talk.csv": "aht\n240\n00:06:00\n3m\n",
  "twin/forecast.csv": "Day,Time,Queue,Offered\n"
    + (23...27).flatMap { day in
      (14..<42).flatMap { row in
        ["Payments", "Other"].map { queue in
          "2026-11-\(day),\(clock(halfHour: row)),\(queue),\(queue == "Other" ? 1_000 : day)\n"
        }
      }
    }.joined(),
]

/// The start of a half hour of the day.
func clock(halfHour: Int) -> String {
  (halfHour < 20 ? "0" : "") + "\(halfHour / 2):" + (halfHour % 2 == 0 ? "00" : "30")
}

/// A table of half hours from 07:00 to 21:00 with columns from Monday to Friday.
func weekdayTable(_ value: (_ weekday: Int, _ row: Int) -> Int) -> String {
  "interval_start,Mon,Tue,Wed,Thu,Fri\n"
    + (0..<28).map { row in
      clock(halfHour: row + 14) + ","
        + (0..<5).map { "\(value($0, row))" }.joined(separator: ",") + "\n"
    }.joined()
}
