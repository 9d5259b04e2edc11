/* Written by scripts/emit-documents.ts from the queries beside it. Do not edit. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type SystemQueryVariables = Exact<{ [key: string]: never; }>;


export type SystemQuery = { readonly system: { readonly today: string, readonly demo: boolean, readonly loading: boolean, readonly revision: number, readonly revisedAt: string | null, readonly actorName: string, readonly role: string, readonly firstDay: string | null } };

export type DemoArrivalQueryVariables = Exact<{ [key: string]: never; }>;


export type DemoArrivalQuery = { readonly importBatches: { readonly edges: ReadonlyArray<{ readonly node: { readonly status: ImportStatus, readonly totalRows: number | null } }> } };

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

export const SystemDocument = new TypedDocumentString(`
    query System {
  system {
    today
    demo
    loading
    revision
    revisedAt
    actorName
    role
    firstDay
  }
}
    `) as unknown as TypedDocumentString<SystemQuery, SystemQueryVariables>;
export const DemoArrivalDocument = new TypedDocumentString(`
    query DemoArrival {
  importBatches(first: 100) {
    edges {
      node {
        status
        totalRows
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DemoArrivalQuery, DemoArrivalQueryVariables>;
