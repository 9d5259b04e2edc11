import { randomProvince, TEST_DAYS } from "/work/main/test/builders/random-province.ts";
import { writeProvince } from "/work/main/test/builders/xlsx.ts";
import { openTestLedger } from "/tmp/h3/ledger.ts";
import { it } from "vitest";
it("x", async()=>{
const seed=Number(process.env.SEED??1);
const p=randomProvince(seed);
const files=await writeProvince(p,'/tmp/h3/rp'+seed);
const l=await openTestLedger("sqlite");
for(const f of files){ const t=Date.now(); const r=await l.importFiles(f); console.log(Date.now()-t,'ms');
 for(const b of r.batches){ console.log(b.file,b.status,b.error,b.sheets.map(s=>`${s.sheet}/${s.kind} read=${s.read} c=${s.created} ch=${s.changed} u=${s.unchanged} ref=${s.refused} w=${s.warnings}`).join(' | '));
 const m=new Map<string,any>(); for(const x of b.faults){const k=x.severity+' '+x.code; const e=m.get(k)??{n:0,ex:x};e.n++;m.set(k,e);} for(const [k,e] of m) if(k.startsWith('error')) console.log('   ',k,e.n,JSON.stringify(e.ex)); else console.log('   ',k,e.n); } }
await l.close();

});
