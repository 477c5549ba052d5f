/** A page of some 21 kB with its 50 rows: a heading, a filter, a table, a way on. */
export const plainPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Items</title><link rel="stylesheet" href="/assets/style.css"></head>
<body>
<header><a href="/">Home</a> <a href="/items">Items</a> <a href="/account">Account</a></header>
<main>
<h1>Items</h1>
<form action="/items" method="get"><label for="q">Words</label> <input id="q" name="q"> <button>Filter</button></form>
<table>
<thead><tr><th scope="col">Name</th><th scope="col">Stage</th><th scope="col">Office</th><th scope="col">Due</th><th scope="col">Changed</th></tr></thead>
<tbody>
{{#each rows}}
<tr class="table-row table-row--{{stage}}">
<th scope="row" class="table-header"><a class="link link--quiet" href="/items/{{slug}}">{{name}}</a></th>
<td class="table-cell"><span class="tag tag--{{stage}}">{{stage}}</span></td>
<td class="table-cell"><a class="link" href="/items?office={{office}}">{{office}}</a></td>
<td class="table-cell table-cell--number"><time datetime="{{due}}">{{due}}</time></td>
<td class="table-cell table-cell--number">{{changed}}</td>
</tr>
{{/each}}
</tbody>
</table>
{{#if next}}<nav aria-label="Pages"><a href="/items?after={{next}}" rel="next">Next</a></nav>{{/if}}
</main>
</body>
</html>
`;
