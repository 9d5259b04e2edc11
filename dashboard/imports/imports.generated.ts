/* Written by scripts/emit-documents.ts from the queries beside it. Do not edit. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** 问题的轻重。 */
export type FaultSeverity =
  /** 错误：该行退回 */
  | 'ERROR'
  /** 提示：该行生效，列出供核查 */
  | 'WARNING';

/** 导入方式。 */
export type ImportMode =
  /** 整体导入：有一行不合格就全部不生效 */
  | 'ATOMIC'
  /** 试运行：只检查，不生效 */
  | 'DRY_RUN'
  /** 部分导入：合格的行生效，其余退回 */
  | 'PARTIAL';

/** 批次的状态；前四种在进行中，其余为最终结果。 */
export type ImportStatus =
  /** 已生效 */
  | 'ADMITTED'
  /** 校验中 */
  | 'CHECKING'
  /** 系统故障，未生效 */
  | 'FAILED'
  /** 中断，未生效；请重新上传 */
  | 'INTERRUPTED'
  /** 读取中 */
  | 'READING'
  /** 已收到 */
  | 'RECEIVED'
  /** 全部退回，未生效 */
  | 'REFUSED'
  /** 试运行完成，未生效 */
  | 'TRIED'
  /** 文件无法读取 */
  | 'UNREADABLE'
  /** 已撤回 */
  | 'WITHDRAWN'
  /** 写入中 */
  | 'WRITING';

/** 台账种类，按表头识别，不按工作表名称。 */
export type LedgerKind =
  /** 评定名单 */
  | 'APPRAISALS'
  /** 证书台账 */
  | 'CERTIFICATES'
  /** 企业名录 */
  | 'DIRECTORY'
  /** 备案台账 */
  | 'FILINGS'
  /** 技能岗位从业人员统计表（季报） */
  | 'HEADCOUNTS'
  /** 人员变动 */
  | 'MOVEMENTS';

/** 企业类别，二(二)按类别设定覆盖面目标。 */
export type Ownership =
  /** 中央在川企业 */
  | 'CENTRAL_SOE'
  /** 大型优质民企 */
  | 'LARGE_PRIVATE'
  /** 地方国企 */
  | 'LOCAL_SOE'
  /** 其他 */
  | 'OTHER'
  /** 省属国企 */
  | 'PROVINCIAL_SOE';

export type BatchFactsFragment = { readonly id: string, readonly sendingId: string, readonly fileName: string, readonly fileSha256: string, readonly mode: ImportMode, readonly status: ImportStatus, readonly receivedAt: string, readonly finishedAt: string | null, readonly actor: string, readonly read: number, readonly created: number, readonly changed: number, readonly unchanged: number, readonly refused: number, readonly warnings: number, readonly doneRows: number, readonly totalRows: number | null, readonly hasCorrection: boolean, readonly error: string | null, readonly withdrawnAt: string | null, readonly withdrawnBy: string | null, readonly withdrawalReason: string | null, readonly sheets: ReadonlyArray<{ readonly sheet: string, readonly kind: LedgerKind | null, readonly read: number, readonly created: number, readonly changed: number, readonly unchanged: number, readonly refused: number, readonly warnings: number, readonly unknownColumns: ReadonlyArray<string> }> };

export type SendingQueryVariables = Exact<{
  id: string;
}>;


export type SendingQuery = { readonly importSending: ReadonlyArray<{ readonly id: string, readonly sendingId: string, readonly fileName: string, readonly fileSha256: string, readonly mode: ImportMode, readonly status: ImportStatus, readonly receivedAt: string, readonly finishedAt: string | null, readonly actor: string, readonly read: number, readonly created: number, readonly changed: number, readonly unchanged: number, readonly refused: number, readonly warnings: number, readonly doneRows: number, readonly totalRows: number | null, readonly hasCorrection: boolean, readonly error: string | null, readonly withdrawnAt: string | null, readonly withdrawnBy: string | null, readonly withdrawalReason: string | null, readonly sheets: ReadonlyArray<{ readonly sheet: string, readonly kind: LedgerKind | null, readonly read: number, readonly created: number, readonly changed: number, readonly unchanged: number, readonly refused: number, readonly warnings: number, readonly unknownColumns: ReadonlyArray<string> }> }> };

export type BatchQueryVariables = Exact<{
  id: string;
}>;


export type BatchQuery = { readonly importBatch: { readonly revision: number | null, readonly id: string, readonly sendingId: string, readonly fileName: string, readonly fileSha256: string, readonly mode: ImportMode, readonly status: ImportStatus, readonly receivedAt: string, readonly finishedAt: string | null, readonly actor: string, readonly read: number, readonly created: number, readonly changed: number, readonly unchanged: number, readonly refused: number, readonly warnings: number, readonly doneRows: number, readonly totalRows: number | null, readonly hasCorrection: boolean, readonly error: string | null, readonly withdrawnAt: string | null, readonly withdrawnBy: string | null, readonly withdrawalReason: string | null, readonly sheets: ReadonlyArray<{ readonly sheet: string, readonly kind: LedgerKind | null, readonly read: number, readonly created: number, readonly changed: number, readonly unchanged: number, readonly refused: number, readonly warnings: number, readonly unknownColumns: ReadonlyArray<string> }> } | null };

export type HistoryQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type HistoryQuery = { readonly importBatches: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly sendingId: string, readonly fileName: string, readonly fileSha256: string, readonly mode: ImportMode, readonly status: ImportStatus, readonly receivedAt: string, readonly finishedAt: string | null, readonly actor: string, readonly read: number, readonly created: number, readonly changed: number, readonly unchanged: number, readonly refused: number, readonly warnings: number, readonly doneRows: number, readonly totalRows: number | null, readonly hasCorrection: boolean, readonly error: string | null, readonly withdrawnAt: string | null, readonly withdrawnBy: string | null, readonly withdrawalReason: string | null, readonly sheets: ReadonlyArray<{ readonly sheet: string, readonly kind: LedgerKind | null, readonly read: number, readonly created: number, readonly changed: number, readonly unchanged: number, readonly refused: number, readonly warnings: number, readonly unknownColumns: ReadonlyArray<string> }> } }> } };

export type ImpactQueryVariables = Exact<{
  sendingId: string;
}>;


export type ImpactQuery = { readonly importImpact: ReadonlyArray<{ readonly ownership: Ownership, readonly rateBefore: number | null, readonly rateAfter: number | null, readonly rateChange: number | null, readonly unitGapBefore: number, readonly unitGapAfter: number, readonly responsibility: { readonly code: string, readonly name: string } }> };

export type RefusalFactsFragment = { readonly code: string, readonly message: string, readonly mend: string, readonly clause: string | null };

export type WithdrawalPreviewQueryVariables = Exact<{
  batchId: string;
}>;


export type WithdrawalPreviewQuery = { readonly withdrawalPreview: { readonly batchId: string, readonly factCount: number, readonly peopleCount: number, readonly enterpriseCount: number, readonly restingFactCount: number, readonly certifiedHeadcountBefore: number, readonly certifiedHeadcountAfter: number, readonly rateBefore: number | null, readonly rateAfter: number | null, readonly refusal: { readonly code: string, readonly message: string, readonly mend: string, readonly clause: string | null } | null } };

export type WithdrawBatchMutationVariables = Exact<{
  batchId: string;
  reason: string;
}>;


export type WithdrawBatchMutation = { readonly withdrawBatch: { readonly refusal: { readonly code: string, readonly message: string, readonly mend: string, readonly clause: string | null } | null } };

export type RestoreBatchMutationVariables = Exact<{
  batchId: string;
  reason: string;
}>;


export type RestoreBatchMutation = { readonly restoreBatch: { readonly refusal: { readonly code: string, readonly message: string, readonly mend: string, readonly clause: string | null } | null } };

export type PersonMergesQueryVariables = Exact<{ [key: string]: never; }>;


export type PersonMergesQuery = { readonly personMerges: ReadonlyArray<{ readonly id: string, readonly wrongIdMask: string, readonly rightIdMask: string, readonly name: string, readonly doneAt: string, readonly doneBy: string, readonly reason: string, readonly undoneAt: string | null }> };

export type MergePersonsMutationVariables = Exact<{
  wrongIdNumber: string;
  rightIdNumber: string;
  reason: string;
}>;


export type MergePersonsMutation = { readonly mergePersons: { readonly refusal: { readonly code: string, readonly message: string, readonly mend: string, readonly clause: string | null } | null, readonly merge: { readonly id: string, readonly name: string } | null } };

export type UndoPersonMergeMutationVariables = Exact<{
  mergeId: string;
  reason: string;
}>;


export type UndoPersonMergeMutation = { readonly undoPersonMerge: { readonly refusal: { readonly code: string, readonly message: string, readonly mend: string, readonly clause: string | null } | null } };

export type FaultCountsFragment = { readonly id: string, readonly faults: { readonly errorCount: number, readonly warningCount: number } };

export type SendingFaultCountsQueryVariables = Exact<{
  id: string;
}>;


export type SendingFaultCountsQuery = { readonly importSending: ReadonlyArray<{ readonly id: string, readonly faults: { readonly errorCount: number, readonly warningCount: number } }> };

export type BatchFaultCountsQueryVariables = Exact<{
  id: string;
}>;


export type BatchFaultCountsQuery = { readonly importBatch: { readonly id: string, readonly faults: { readonly errorCount: number, readonly warningCount: number } } | null };

export type FaultPageQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  severity?: FaultSeverity | null | undefined;
  sheet?: string | null | undefined;
}>;


export type FaultPageQuery = { readonly importBatch: { readonly id: string, readonly faults: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly sheet: string, readonly row: number, readonly column: string, readonly cell: string | null, readonly code: string, readonly severity: FaultSeverity, readonly found: string | null, readonly message: string, readonly mend: string, readonly clause: string | null } }> } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const BatchFactsFragmentDoc = new TypedDocumentString(`
    fragment BatchFacts on ImportBatch {
  id
  sendingId
  fileName
  fileSha256
  mode
  status
  receivedAt
  finishedAt
  actor
  read
  created
  changed
  unchanged
  refused
  warnings
  doneRows
  totalRows
  hasCorrection
  error
  withdrawnAt
  withdrawnBy
  withdrawalReason
  sheets {
    sheet
    kind
    read
    created
    changed
    unchanged
    refused
    warnings
    unknownColumns
  }
}
    `, {"fragmentName":"BatchFacts"}) as unknown as TypedDocumentString<BatchFactsFragment, unknown>;
export const RefusalFactsFragmentDoc = new TypedDocumentString(`
    fragment RefusalFacts on Refusal {
  code
  message
  mend
  clause
}
    `, {"fragmentName":"RefusalFacts"}) as unknown as TypedDocumentString<RefusalFactsFragment, unknown>;
export const FaultCountsFragmentDoc = new TypedDocumentString(`
    fragment FaultCounts on ImportBatch {
  id
  faults(first: 1) {
    errorCount
    warningCount
  }
}
    `, {"fragmentName":"FaultCounts"}) as unknown as TypedDocumentString<FaultCountsFragment, unknown>;
export const SendingDocument = new TypedDocumentString(`
    query Sending($id: ID!) {
  importSending(id: $id) {
    ...BatchFacts
  }
}
    fragment BatchFacts on ImportBatch {
  id
  sendingId
  fileName
  fileSha256
  mode
  status
  receivedAt
  finishedAt
  actor
  read
  created
  changed
  unchanged
  refused
  warnings
  doneRows
  totalRows
  hasCorrection
  error
  withdrawnAt
  withdrawnBy
  withdrawalReason
  sheets {
    sheet
    kind
    read
    created
    changed
    unchanged
    refused
    warnings
    unknownColumns
  }
}`) as unknown as TypedDocumentString<SendingQuery, SendingQueryVariables>;
export const BatchDocument = new TypedDocumentString(`
    query Batch($id: ID!) {
  importBatch(id: $id) {
    ...BatchFacts
    revision
  }
}
    fragment BatchFacts on ImportBatch {
  id
  sendingId
  fileName
  fileSha256
  mode
  status
  receivedAt
  finishedAt
  actor
  read
  created
  changed
  unchanged
  refused
  warnings
  doneRows
  totalRows
  hasCorrection
  error
  withdrawnAt
  withdrawnBy
  withdrawalReason
  sheets {
    sheet
    kind
    read
    created
    changed
    unchanged
    refused
    warnings
    unknownColumns
  }
}`) as unknown as TypedDocumentString<BatchQuery, BatchQueryVariables>;
export const HistoryDocument = new TypedDocumentString(`
    query History($first: Int!, $after: String) {
  importBatches(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...BatchFacts
      }
    }
  }
}
    fragment BatchFacts on ImportBatch {
  id
  sendingId
  fileName
  fileSha256
  mode
  status
  receivedAt
  finishedAt
  actor
  read
  created
  changed
  unchanged
  refused
  warnings
  doneRows
  totalRows
  hasCorrection
  error
  withdrawnAt
  withdrawnBy
  withdrawalReason
  sheets {
    sheet
    kind
    read
    created
    changed
    unchanged
    refused
    warnings
    unknownColumns
  }
}`) as unknown as TypedDocumentString<HistoryQuery, HistoryQueryVariables>;
export const ImpactDocument = new TypedDocumentString(`
    query Impact($sendingId: ID!) {
  importImpact(sendingId: $sendingId) {
    responsibility {
      code
      name
    }
    ownership
    rateBefore
    rateAfter
    rateChange
    unitGapBefore
    unitGapAfter
  }
}
    `) as unknown as TypedDocumentString<ImpactQuery, ImpactQueryVariables>;
export const WithdrawalPreviewDocument = new TypedDocumentString(`
    query WithdrawalPreview($batchId: ID!) {
  withdrawalPreview(batchId: $batchId) {
    batchId
    refusal {
      ...RefusalFacts
    }
    factCount
    peopleCount
    enterpriseCount
    restingFactCount
    certifiedHeadcountBefore
    certifiedHeadcountAfter
    rateBefore
    rateAfter
  }
}
    fragment RefusalFacts on Refusal {
  code
  message
  mend
  clause
}`) as unknown as TypedDocumentString<WithdrawalPreviewQuery, WithdrawalPreviewQueryVariables>;
export const WithdrawBatchDocument = new TypedDocumentString(`
    mutation WithdrawBatch($batchId: ID!, $reason: String!) {
  withdrawBatch(batchId: $batchId, reason: $reason) {
    refusal {
      ...RefusalFacts
    }
  }
}
    fragment RefusalFacts on Refusal {
  code
  message
  mend
  clause
}`) as unknown as TypedDocumentString<WithdrawBatchMutation, WithdrawBatchMutationVariables>;
export const RestoreBatchDocument = new TypedDocumentString(`
    mutation RestoreBatch($batchId: ID!, $reason: String!) {
  restoreBatch(batchId: $batchId, reason: $reason) {
    refusal {
      ...RefusalFacts
    }
  }
}
    fragment RefusalFacts on Refusal {
  code
  message
  mend
  clause
}`) as unknown as TypedDocumentString<RestoreBatchMutation, RestoreBatchMutationVariables>;
export const PersonMergesDocument = new TypedDocumentString(`
    query PersonMerges {
  personMerges {
    id
    wrongIdMask
    rightIdMask
    name
    doneAt
    doneBy
    reason
    undoneAt
  }
}
    `) as unknown as TypedDocumentString<PersonMergesQuery, PersonMergesQueryVariables>;
export const MergePersonsDocument = new TypedDocumentString(`
    mutation MergePersons($wrongIdNumber: String!, $rightIdNumber: String!, $reason: String!) {
  mergePersons(
    wrongIdNumber: $wrongIdNumber
    rightIdNumber: $rightIdNumber
    reason: $reason
  ) {
    refusal {
      ...RefusalFacts
    }
    merge {
      id
      name
    }
  }
}
    fragment RefusalFacts on Refusal {
  code
  message
  mend
  clause
}`) as unknown as TypedDocumentString<MergePersonsMutation, MergePersonsMutationVariables>;
export const UndoPersonMergeDocument = new TypedDocumentString(`
    mutation UndoPersonMerge($mergeId: ID!, $reason: String!) {
  undoPersonMerge(mergeId: $mergeId, reason: $reason) {
    refusal {
      ...RefusalFacts
    }
  }
}
    fragment RefusalFacts on Refusal {
  code
  message
  mend
  clause
}`) as unknown as TypedDocumentString<UndoPersonMergeMutation, UndoPersonMergeMutationVariables>;
export const SendingFaultCountsDocument = new TypedDocumentString(`
    query SendingFaultCounts($id: ID!) {
  importSending(id: $id) {
    ...FaultCounts
  }
}
    fragment FaultCounts on ImportBatch {
  id
  faults(first: 1) {
    errorCount
    warningCount
  }
}`) as unknown as TypedDocumentString<SendingFaultCountsQuery, SendingFaultCountsQueryVariables>;
export const BatchFaultCountsDocument = new TypedDocumentString(`
    query BatchFaultCounts($id: ID!) {
  importBatch(id: $id) {
    ...FaultCounts
  }
}
    fragment FaultCounts on ImportBatch {
  id
  faults(first: 1) {
    errorCount
    warningCount
  }
}`) as unknown as TypedDocumentString<BatchFaultCountsQuery, BatchFaultCountsQueryVariables>;
export const FaultPageDocument = new TypedDocumentString(`
    query FaultPage($id: ID!, $first: Int!, $after: String, $severity: FaultSeverity, $sheet: String) {
  importBatch(id: $id) {
    id
    faults(first: $first, after: $after, severity: $severity, sheet: $sheet) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          sheet
          row
          column
          cell
          code
          severity
          found
          message
          mend
          clause
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FaultPageQuery, FaultPageQueryVariables>;
