/**
 * The ledger's tables in words: what a row is, and what stands in each column, with its unit and the meaning of an
 * empty one. Held against the real database by the tests: a column without a sentence fails, and so does a sentence
 * without a column.
 */
export const TABLES = {
  setting: {
    row: "关于这个数据库本身的一件小事，一行一件。",
    columns: {
      name: "事项的名称：key-fingerprint（个人信息密钥的指纹）、demo-today（演示数据的“今天”）。",
      value: "事项的内容；指纹是16位十六进制，日期写作 YYYY-MM-DD。",
    },
  },
  revision: {
    row: "账本的修订号，只有一行；每一笔写入在提交前最后一步把它加一，所以提交的先后就是修订号的先后。",
    columns: {
      id: "恒为1。",
      value: "已经生效的写入有几笔；空账本是0。",
    },
  },
  city: {
    row: "四川的一个市（州），共21行。",
    columns: {
      code: "六位行政区划代码，例如510100。",
      name: "全称，例如成都市、阿坝藏族羌族自治州。",
      short_name: "简称，例如成都、阿坝。",
      position: "官方次序，从0起。",
    },
  },
  county: {
    row: "四川的一个县（市、区），共183行。",
    columns: {
      code: "六位行政区划代码，例如510104。",
      city_code: "所属市（州）的代码。",
      name: "名称，例如锦江区。",
      position: "官方次序，从0起。",
    },
  },
  sector: {
    row: "一个产业；每家企业只归入一个主产业，各产业相加等于全省。",
    columns: {
      code: "产业代码，例如I1；是本系统自定的稳定代码。",
      system_code: "所属产业体系的代码，例如INDUSTRY_5_1（“5+1”现代工业）。",
      name: "产业名称，例如电子信息。",
      position: "官方次序，从0起。",
    },
  },
  entry: {
    row: "一笔写入：谁在何时因何做了什么；一次报送、一次撤回或恢复、一次人员更正各是一笔，也就是操作日志。",
    columns: {
      id: "写入的编号。",
      kind: "种类：SENDING 报送，BATCH_WITHDRAWAL 撤回批次，BATCH_RESTORATION 恢复批次，PERSON_MERGE 两个证件号码并为一人，PERSON_MERGE_UNDONE 撤销合并。",
      batch_id: "撤回或恢复的是哪一批；别的种类为空（一次报送可以有几批，由批次指回这一笔）。",
      actor: "经办人的账号。",
      role: "经办人当时的角色。",
      came_from: "从哪里来：cli 是命令行，其余是请求的地址。",
      at: "时刻，协调世界时，写作 2026-10-31T04:00:00.000Z。",
      reason: "经办人填写的原因；种类不要求原因时为空。",
      facts: "这一笔的细节，JSON 文本；证件号码只以掩码出现。",
      revision: "生效时得到的修订号，唯一；为空表示还没有生效，这一笔名下的各行谁也看不见。",
    },
  },
  batch: {
    row: "一次报送中的一个文件，以及它的结果。",
    columns: {
      id: "批次号。",
      sending_id: "所属的那一次报送；同时报来的文件相同。",
      file_name: "文件名，不含路径，最长255字。",
      file_sha256: "文件内容的 SHA-256，64位十六进制。",
      mode: "方式：partial 好行先进，atomic 全对才进，dryRun 只试不进。",
      status:
        "进展：RECEIVED 已收到，READING 读取中，CHECKING 核对中，WRITING 写入中，ADMITTED 已生效，REFUSED 已退回，TRIED 试过，UNREADABLE 读不了，INTERRUPTED 中断，FAILED 系统故障。",
      received_at: "收到的时刻，协调世界时。",
      finished_at: "办完的时刻，协调世界时；为空表示还在办理。",
      actor: "报送人的账号。",
      worker: "办理它的进程：主机名、进程号和启动时刻（毫秒），用来判断它是否还在运行。",
      alive_at: "办理进程最近一次报平安的时刻，协调世界时。",
      done_rows: "已办行数。",
      total_rows: "要办的行数；为空表示还没有读完文件。",
      read_count: "读到的数据行数，等于新增、变更、不变、退回四项之和。",
      created_count: "新增的行数。",
      changed_count: "变更的行数。",
      unchanged_count: "不变的行数：说的事账本里已经有了。",
      refused_count: "退回的行数。",
      warning_count: "提醒的条数；一行可以有几条，提醒不退回。",
      has_correction: "有没有更正表：1有，0没有。",
      error: "整个文件办不了的原因；没有这样的原因时为空。",
      entry_id: "使它生效的那一笔写入；为空表示没有任何内容生效。",
      withdrawn_entry_id: "撤回它的那一笔写入；为空表示没有撤回，或撤回后已恢复。",
    },
  },
  batch_sheet: {
    row: "一个批次里的一张工作表。",
    columns: {
      id: "编号。",
      batch_id: "所属批次。",
      sheet_index: "在工作簿里的位置，从0起。",
      name: "工作表名称，最长255字。",
      kind: "认作哪一种台账：DIRECTORY、FILINGS、HEADCOUNTS、CERTIFICATES、APPRAISALS 或 MOVEMENTS；为空表示认不出，整张没有读入。",
      read_count: "读到的数据行数，等于新增、变更、不变、退回四项之和。",
      created_count: "新增的行数。",
      changed_count: "变更的行数。",
      unchanged_count: "不变的行数。",
      refused_count: "退回的行数。",
      warning_count: "提醒的条数。",
      unknown_columns: "没有读入的列的表头，JSON 数组。",
      digest: "读懂的内容的摘要，64位十六进制；说得一样的两张表相同，不论由哪个程序写成；为空表示没有读到数据行。",
      filled_on: "表上写明的填报日期；为空表示没有写。",
    },
  },
  fault: {
    row: "一个单元格（或一行、一张表）的一处错误或一条提醒；证件号码已掩码。",
    columns: {
      id: "编号，先后就是列出的次序。",
      batch_id: "所属批次。",
      sheet_index: "工作表在工作簿里的位置，从0起。",
      sheet: "工作表名称。",
      row_no: "行号，与 Excel 左侧的行号一致，从1起。",
      column_header: "列的表头，照原表的写法；说的是整行或整张表时是空文本。",
      cell: "单元格地址，例如 C5；为空表示说的是整行，或原表没有这一列。",
      code: "这一类问题的固定代码，例如 NUMBER_LEVEL_DIFFERS。",
      severity: "error 退回这一行；warning 这一行照样生效，只作提醒。",
      found: "单元格里实际写的内容，最长255字；为空表示单元格是空的，或说的是整行。",
      message: "错在哪里。",
      mend: "怎样更正。",
      clause: "依据的条款，例如 附件1 注2；为空表示这是格式上的问题，没有条款。",
    },
  },
  enterprise: {
    row: "一个用人单位，凡台账里用统一社会信用代码提到过的都有一行；有了单位情况（enterprise_state）才算已知。",
    columns: {
      id: "账本内的编号。",
      credit_code: "统一社会信用代码，18位，唯一，校验位已核对。",
    },
  },
  person: {
    row: "一个证件号码，通常就是一个人；同一个人的两个号码由 person_merge 并到一起。",
    columns: {
      id: "账本内的编号。",
      id_hash: "证件号码的带密钥散列，64位十六进制，唯一；用来认出同一个人，不能还原号码。",
      id_algorithm: "加密证件号码的算法，例如 AES-256-GCM。",
      id_cipher: "加密后的证件号码，base64。",
      id_mask: "供显示的掩码：前6位和后4位，中间是星号。",
      id_kind: "证件类型，例如居民身份证。",
      name: "姓名，按第一次报来的写法；没有报过姓名时是空文本。",
      entry_id: "第一次报来这个号码的那一笔写入。",
    },
  },
  person_merge: {
    row: "“这两个号码是同一个人”的一次更正；可以撤销。",
    columns: {
      id: "更正的编号。",
      from_person_id: "录错的号码；它名下的证书、称号和变动都算到另一个号码上。",
      into_person_id: "正确的号码。",
      entry_id: "作出更正的那一笔写入。",
      replaced_entry_id: "撤销更正的那一笔写入；为空表示更正仍有效。",
    },
  },
  claim: {
    row: "一行已生效的台账关于一件事说了什么，照表上有的列原样留存；账本的现状由各批仍有效的说法依次叠成。",
    columns: {
      id: "编号；同一笔写入里，先后就是叠加的次序。",
      entry_id: "使它生效的那一笔写入。",
      batch_id: "出自哪一批。",
      sheet_index: "出自哪一张工作表，从0起。",
      row_no: "出自哪一行，与 Excel 的行号一致。",
      kind: "说的是哪一类事：ENTERPRISE 单位情况，FILING_TERM 备案期，FILING_SCOPE 备案职业，HEADCOUNT 季报，CERTIFICATE 证书，TITLE 称号，MOVEMENT 人员变动。",
      fact_key: "说的是哪一件事，写法与各状态表的 fact_key 相同。",
      content:
        "说的内容，JSON；表上没有的列不出现，空单元格是 null；不含证件号码。空文本表示与它在同一笔写入里带来的那条状态内容相同，不另存一份。",
      replay_of: "与它内容相同的那张旧表所属的批次：旧表再报一次不算新的说法，除非旧批次已撤回；为空表示这是新的说法。",
    },
  },
  enterprise_state: {
    row: "一家单位从某一天起的情况，直到同一笔写入里它的下一行；情况变了，以前各日仍按以前的算。",
    columns: {
      ...stateColumns("统一社会信用代码。"),
      content: "各项情况从哪天起是什么，JSON，供下一次叠加；只在同一笔写入的第一行里有，其余各行是 {}。",
      enterprise_id: "单位。",
      from_day: "从哪一天起是这样；一开始就是这样的记作0001-01-01。",
      name: "单位名称；没有报过时是空文本。",
      ownership: "企业类别：PROVINCIAL_SOE、LOCAL_SOE、LARGE_PRIVATE、CENTRAL_SOE 或 OTHER。",
      responsibility_code: "责任单位的代码：市（州）代码，或510000（省本级）；没有填推荐单位的，是所在市（州）。",
      department: "推荐它的省级主管部门；为空表示由市（州）人社局推荐。",
      city_code: "所在市（州）的代码。",
      county_code: "所在县（市、区）的代码；为空表示没有填。",
      sector_code: "主产业的代码；没有填的归入O0（其他）。",
      in_shortage: "是否急需紧缺行业（领域）：1是，0不是或没有填；这个标记可以与产业重叠，不参加求和。",
      mainly_skilled: "是否以技能人员为主体：1是，0不是；为空表示没有填。",
      group_code: "所属集团的统一社会信用代码；为空表示没有填，自成一个集团。",
      in_directory: "是否在企业名录里：1在，0不在。",
      frontline_headcount: "一线技能职工人数，人；为空表示没有填。",
      launched_on: "启动实施认定的日期；为空表示没有启动，或没有填。",
      direct_plan_filed_on: "直接认定方案的备案日期；为空表示没有备案，或没有填。",
      planned: "是否拟备案：1是，0不是。",
    },
  },
  filing_term_state: {
    row: "一家单位的一个备案期；续期是同一备案号下的又一期。",
    columns: {
      ...stateColumns("机构备案号|有效期起。"),
      content: "叠成的内容，JSON，供下一次叠加。",
      enterprise_id: "备案的单位。",
      filing_number: "机构备案号，13位；证书编号的前13位与它相同。",
      valid_from: "有效期的第一天，含当天。",
      valid_until: "有效期的最后一天，含当天。",
      withdrawn_on: "注销日期，从这一天起不再有效；为空表示没有注销。",
    },
  },
  filing_scope_state: {
    row: "一个备案期所备的一个职业（工种）和它的等级。",
    columns: {
      ...stateColumns("机构备案号|有效期起|职业编码|工种，没有工种的末段为空文本。"),
      content: "叠成的内容，JSON，供下一次叠加；也存着备案类型、备案部门、备案日期、评价依据和备注。",
      enterprise_id: "备案的单位。",
      term_key: "所属备案期的 fact_key。",
      occupation_code: "《职业分类大典》编码，例如6-18-01-01。",
      occupation_name: "职业名称；为空表示没有填。",
      trade: "工种；为空表示不分工种。",
      levels: "备案的等级代码，从低到高，用英文逗号隔开。",
      effective_from: "增项从哪一天起可以认定；为空表示从备案期的第一天起。",
    },
  },
  headcount_state: {
    row: "一家单位一个季度的技能岗位从业人员统计表。",
    columns: {
      ...stateColumns("统一社会信用代码|报告期末日。"),
      content: "叠成的内容，JSON，供下一次叠加；也存着各用工形式、各等级的人数和填报人。",
      enterprise_id: "报表的单位。",
      quarter_end: "报告期的最后一天，是一个季度末。",
      skilled_headcount: "技能岗位从业人员合计，人，含各种用工形式；报0也是一份报表。",
      intern_headcount: "其中：实习人员，人；为空表示没有填，按0计。",
      apprentice_count: "学徒工，人，单位自报；为空表示没有填，按0计。",
      own_certified_count:
        "单位自报的持证人数，人：初级工至首席技师各项之和，都没有填的取持证人数合计；为空表示两处都没有填。",
    },
  },
  certificate_state: {
    row: "一本职业技能等级证书或职业资格证书。",
    columns: {
      ...stateColumns("证书编号。"),
      content: "叠成的内容，JSON，供下一次叠加；不含证件号码。",
      person_id: "持证人。",
      enterprise_id: "发证时的所在单位。",
      level: "等级代码，例如 SENIOR（高级工）。",
      kind: "证书类别：LEVEL 职业技能等级证书，QUALIFICATION 职业资格证书；没有填的算前者。",
      method: "认定方式：GRADING、DIRECT、CONTEST、APPRENTICESHIP、EXAMINATION 或 APPRAISAL。",
      issued_on: "发证日期，从这一天起计入。",
      withdrawn_on: "注销日期，从这一天起不再计入；为空表示没有注销。",
      is_outside: "是否由本单位和所属集团以外的机构评价：1是，0不是。",
      employment_type:
        "用工形式：CONTRACT、DISPATCHED、OUTSOURCED、INTERN 或 AFFILIATED；为空表示没有填，沿用此人以前最近一次填的。",
    },
  },
  title_state: {
    row: "省里核准的一个特级技师或首席技师称号，一个人在一个批次的一个等级一行。",
    columns: {
      ...stateColumns("人员编号|等级代码|批次年度。"),
      content: "叠成的内容，JSON，供下一次叠加；也存着证书编号、批准文号、聘用日期和取消事由。",
      person_id: "获评的人。",
      enterprise_id: "核准时的所在单位。",
      level: "SPECIAL_TECHNICIAN 特级技师，或 CHIEF_TECHNICIAN 首席技师。",
      batch_year: "批次年度，例如2025。",
      appraisal_kind: "FIRST 首次评定，AGAIN 再次评定；再次的不重复计入1000名和100名。",
      approved_on: "核准日期；管理期从次月1日起算三年。",
      cancelled_on: "取消日期，从这一天起不再是这个等级；为空表示没有取消。",
    },
  },
  movement_state: {
    row: "一个人的一次变动。",
    columns: {
      ...stateColumns("人员编号|变动类型代码|变动日期。"),
      content: "叠成的内容，JSON，供下一次叠加。",
      person_id: "变动的人。",
      kind: "变动类型：TRANSFER_OUT 调出，LEAVE 离职，TRANSFER_IN 调入，REHIRE 返聘，RETIREMENT 退休，LEAVE_SICHUAN 离川，DEATH 去世。",
      moved_on: "变动日期；同一天的几件事按固定次序起作用，证书和称号在前。",
      from_enterprise_id: "原单位；为空表示没有填，按此人当时所在的单位算。",
      to_enterprise_id: "新单位；为空表示没有去处，或没有填。",
    },
  },
  head_delta: {
    row: "某一天某单位某一最高等级的人数变化；截至某日的持证人数就是这一日及以前各行之和，只增加行，从不修改。",
    columns: {
      id: "编号。",
      entry_id: "带来这一变化的那一笔写入。",
      enterprise_id: "单位。",
      level: "最高等级的序号，从0（学徒工）到7（首席技师）。",
      day: "变化的那一天，记作1970-01-01以来的天数；更早的为负数。",
      delta: "人数的变化，人：正数是来到，负数是离开。",
    },
  },
} as const satisfies Readonly<Record<string, TableWords>>;

export interface TableWords {
  /** What one row is. */
  readonly row: string;
  /** What stands in each column. */
  readonly columns: Readonly<Record<string, string>>;
}

/** What every state table has. A row names the entry that brought it and, once it no longer holds, the one that replaced it. */
function stateColumns<K extends string>(key: K) {
  return {
    id: "编号。",
    entry_id: "从哪一笔写入起知道是这样。",
    replaced_entry_id:
      "被哪一笔写入取代；为空表示现在仍是这样。查过去某一修订号时，取代它的写入若在其后，这一行当时仍有效。",
    batch_id: "最近一次改变它的说法出自哪一批。",
    sheet_index: "出自那一批的哪一张工作表，从0起。",
    row_no: "出自那张表的哪一行，与 Excel 的行号一致。",
    fact_key: `是哪一件事：${key}`,
  } as const;
}
